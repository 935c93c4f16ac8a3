package org.hubfleet.e2e.cluster;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Node;

/**
 * Where an object lives on the API server.
 *
 * @param path of the object
 */
record ObjectAddress(String path) {
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "NetworkPolicy",
          "networkpolicies",
          "Ingress",
          "ingresses",
          "PriorityClass",
          "priorityclasses",
          "StorageClass",
          "storageclasses");

  static ObjectAddress of(Node object) {
    String version = text(object, "apiVersion");
    String kind = text(object, "kind");
    Optional<String> namespace = object.at("metadata.namespace").flatMap(Node::string);
    String plural = IRREGULAR.getOrDefault(kind, kind.toLowerCase(Locale.ROOT) + "s");
    String root = version.contains("/") ? "/apis/" + version : "/api/" + version;
    return new ObjectAddress(
        root
            + namespace.map(name -> "/namespaces/" + name).orElse("")
            + "/"
            + plural
            + "/"
            + text(object, "metadata.name"));
  }

  private static String text(Node object, String path) {
    return object
        .at(path)
        .flatMap(Node::string)
        .orElseThrow(() -> new IllegalStateException("an object without " + path));
  }
}
