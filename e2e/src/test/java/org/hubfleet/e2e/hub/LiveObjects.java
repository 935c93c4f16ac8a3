package org.hubfleet.e2e.hub;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.source.Node;

/** The objects of one namespace, as they are on the API server. */
record LiveObjects(Api api, String namespace) {
  private static final String CORE = "/api/v1";

  /** Applies an object as Flux does; a refusal fails the test. */
  void apply(Node object) {
    fine(api.apply(object, false));
  }

  /** Makes an object from JSON. */
  void create(String group, String plural, String json) {
    fine(api.post(group + "/namespaces/" + namespace + "/" + plural, json));
  }

  /** Makes a Secret that the community would have put there. */
  void createSecret(String name, Map<String, String> texts) {
    StringBuilder data = new StringBuilder();
    texts.forEach(
        (key, text) ->
            data.append(data.isEmpty() ? "" : ",")
                .append("\"" + key + "\":\"" + base64(text) + "\""));
    create(CORE, "secrets", "{\"metadata\":{\"name\":\"" + name + "\"},\"data\":{" + data + "}}");
  }

  /** Makes a claim that the platform would have put there, for many to write. */
  void createSharedClaim(String name) {
    create(
        CORE,
        "persistentvolumeclaims",
        """
        {"metadata": {"name": "%s"}, "spec": {"storageClassName": "", "accessModes": ["ReadWriteMany"],
         "resources": {"requests": {"storage": "1Gi"}}}}"""
            .formatted(name));
  }

  Node get(String group, String plural, String name) {
    return api.get(path(group, plural, name)).tree();
  }

  void deletePod(String name) {
    api.delete(path(CORE, "pods", name));
  }

  List<Node> pods() {
    return api.list(CORE + "/namespaces/" + namespace + "/pods");
  }

  List<Node> claims() {
    return api.list(CORE + "/namespaces/" + namespace + "/persistentvolumeclaims");
  }

  /** The pod of somebody's server. */
  Optional<Node> podOf(String user) {
    return pods().stream()
        .filter(
            pod ->
                pod.at("metadata.annotations")
                    .flatMap(notes -> notes.get("hub.jupyter.org/username"))
                    .flatMap(Node::string)
                    .filter(user::equals)
                    .isPresent())
        .findFirst();
  }

  /** Whether the newest state of a Deployment is what runs. */
  boolean isReady(String deployment) {
    Node live = get("/apis/apps/v1", "deployments", deployment);
    long replicas = number(live, "spec.replicas");
    return number(live, "status.observedGeneration") >= number(live, "metadata.generation")
        && number(live, "status.updatedReplicas") >= replicas
        && number(live, "status.readyReplicas") >= replicas
        && number(live, "status.unavailableReplicas") == 0;
  }

  /** Whether a hub's pod of another name is ready; the Deployment's own figures lag behind. */
  boolean hasReadyHubOtherThan(String name) {
    return pods().stream()
        .map(Json::of)
        .filter(pod -> Json.text(pod, "metadata.labels.component").equals("hub"))
        .filter(pod -> !Json.text(pod, "metadata.name").equals(name))
        .flatMap(pod -> Json.list(pod, "status.conditions").stream())
        .anyMatch(
            condition ->
                Json.text(condition, "type").equals("Ready")
                    && Json.text(condition, "status").equals("True"));
  }

  private String path(String group, String plural, String name) {
    return group + "/namespaces/" + namespace + "/" + plural + "/" + name;
  }

  private static long number(Node node, String path) {
    return node.at(path)
        .flatMap(Node::scalar)
        .map(scalar -> Long.parseLong(scalar.text()))
        .orElse(0L);
  }

  private static void fine(Api.Answer answer) {
    if (!answer.isFine()) {
      throw new AssertionError(answer.code() + " " + answer.message());
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
