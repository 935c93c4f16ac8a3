package org.hubfleet.e2e.api.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Discovery;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * A hub that another tool installed, and ours for the same namespace.
 *
 * @param before which objects there were, by their identities
 */
record Adopted(Api api, List<Node> chart, Installed ours, Set<String> before) {
  private static final String ONCE = "kustomize.toolkit.fluxcd.io/ssa";

  /** Installs the chart's objects as Helm does. */
  static Adopted install(Api api, List<Node> chart, Installed ours) {
    Discovery discovery = Discovery.of(api);
    ours.kind("Namespace").forEach(namespace -> api.apply(namespace, false));
    for (Node object : chart) {
      Discovery.Kind kind =
          discovery
              .kind(Installed.text(object, "apiVersion"), Installed.text(object, "kind"))
              .orElseThrow();
      String path = kind.path() + "/namespaces/" + ours.id() + "/" + kind.plural();
      Api.Answer answer = api.post(path + "?fieldManager=helm", JsonWriter.write(object));
      if (!answer.isFine()) {
        throw new IllegalStateException(answer.message());
      }
    }
    return new Adopted(api, chart, ours, identities(api, chart));
  }

  private static Set<String> identities(Api api, List<Node> objects) {
    Set<String> found = new TreeSet<>();
    for (Node object : objects) {
      Node live = api.get(object).tree();
      found.add(Installed.text(live, "kind") + " " + Installed.text(live, "metadata.uid"));
    }
    return found;
  }

  /** Which of the chart's objects there are now. */
  Set<String> identities() {
    return identities(api, chart);
  }

  /** Makes Flux the owner of what Helm owned, as its controller does when told to. */
  void handOver() {
    for (Node object : chart) {
      Node live = api.get(object).tree();
      String fields =
          JsonWriter.write(live.at("metadata.managedFields").orElseThrow())
              .replaceAll("\"manager\":\\s*\"helm\"", "\"manager\":\"kustomize-controller\"")
              .replaceAll("\"operation\":\\s*\"Update\"", "\"operation\":\"Apply\"");
      api.merge(api.path(object), "{\"metadata\": {\"managedFields\": " + fields + "}}");
    }
  }

  /** Applies ours as Flux does; what is to be made once is left alone where it is. */
  List<String> apply() {
    List<String> refused = new ArrayList<>();
    for (Node object : ours.objects()) {
      boolean once = object.at("metadata.annotations").flatMap(a -> a.get(ONCE)).isPresent();
      if (!once || !api.get(object).isFine()) {
        Api.Answer answer = api.apply(object, false);
        if (!answer.isFine()) {
          refused.add(Installed.text(object, "kind") + ": " + answer.message());
        }
      }
    }
    return refused;
  }

  /** The named parts of the pods of a live Deployment. */
  Set<String> parts(String name) {
    return parts(api.get(ours.object("Deployment", name)).tree());
  }

  /** The same of ours. */
  Set<String> ownParts(String name) {
    return parts(ours.object("Deployment", name));
  }

  private static Set<String> parts(Node deployment) {
    Set<String> found = new TreeSet<>();
    Node spec = deployment.at("spec.template.spec").orElseThrow();
    items(spec, "volumes").forEach(volume -> found.add("volume " + Installed.text(volume, "name")));
    for (Node container : items(spec, "containers")) {
      found.add("container " + Installed.text(container, "name"));
      items(container, "env").forEach(e -> found.add("variable " + Installed.text(e, "name")));
      items(container, "volumeMounts")
          .forEach(
              mount ->
                  found.add("mount " + Installed.text(mount, "mountPath").replaceAll("/$", "")));
    }
    return found;
  }

  private static List<Node> items(Node node, String key) {
    return node.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  /** What the Secret of the hub holds. */
  String secret() {
    return api.get(ours.object("Secret", "hub")).body();
  }
}
