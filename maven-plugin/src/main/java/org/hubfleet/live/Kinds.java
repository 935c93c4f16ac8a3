package org.hubfleet.live;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import tools.jackson.databind.JsonNode;

/** Under which paths an API server keeps the objects of which kind, as it tells itself. */
final class Kinds {
  private final ApiServer server;
  private final Map<String, Map<String, Kind>> known = new HashMap<>();

  Kinds(ApiServer server) {
    this.server = server;
  }

  /**
   * A kind of object.
   *
   * @param root such as {@code /apis/apps/v1}
   * @param plural such as {@code deployments}
   */
  record Kind(String root, String plural, boolean isNamespaced) {
    /** All objects of the kind. */
    String all() {
      return root + "/" + plural;
    }

    /** One of them. */
    String one(String namespace, String name) {
      return isNamespaced
          ? root + "/namespaces/" + namespace + "/" + plural + "/" + name
          : all() + "/" + name;
    }
  }

  /** The kind of an object; absent when the server does not know it. */
  Optional<Kind> of(Mapping object) throws IOException {
    String version = object.get("apiVersion").flatMap(Node::string).orElse("");
    if (!known.containsKey(version)) {
      known.put(version, ask(version));
    }
    String kind = object.get("kind").flatMap(Node::string).orElse("");
    return Optional.ofNullable(known.get(version).get(kind));
  }

  private Map<String, Kind> ask(String version) throws IOException {
    String root = (version.contains("/") ? "/apis/" : "/api/") + version;
    Map<String, Kind> kinds = new HashMap<>();
    Optional<JsonNode> answer = server.get(root, Map.of());
    if (answer.isPresent()) {
      for (JsonNode resource : answer.get().path("resources")) {
        String plural = resource.path("name").asString("");
        if (!plural.contains("/")) {
          kinds.put(
              resource.path("kind").asString(""),
              new Kind(root, plural, resource.path("namespaced").asBoolean(false)));
        }
      }
    }
    return kinds;
  }
}
