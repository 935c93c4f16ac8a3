package org.hubfleet.e2e.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.node.NodeAgent;
import org.hubfleet.e2e.node.PodRun;
import org.hubfleet.source.Node;

/** A hub that runs from the objects that were emitted for it. */
final class LiveHub implements AutoCloseable {
  private static final Duration BOOT = Duration.ofSeconds(120);
  private static final int LAST_LINES = 30;

  private final Api api;
  private final NodeAgent nodes;
  private final CompiledCase compiled;

  LiveHub(Api api, NodeAgent nodes, CompiledCase compiled) {
    this.api = api;
    this.nodes = nodes;
    this.compiled = compiled;
  }

  /** Applies the namespace and what is above it. */
  LiveHub applyPlatform() {
    compiled.platform().forEach(this::apply);
    return this;
  }

  /** Makes a Secret that the community would have put there. */
  LiveHub withSecret(String name, Map<String, String> texts) {
    StringBuilder data = new StringBuilder();
    texts.forEach(
        (key, text) ->
            data.append(data.isEmpty() ? "" : ",")
                .append("\"" + key + "\":\"" + base64(text) + "\""));
    create("secrets", "{\"metadata\":{\"name\":\"" + name + "\"},\"data\":{" + data + "}}");
    return this;
  }

  /** Makes a claim that the platform would have put there. */
  LiveHub withSharedClaim(String name) {
    create(
        "persistentvolumeclaims",
        """
        {"metadata": {"name": "%s"}, "spec": {"storageClassName": "", "accessModes": ["ReadWriteMany"],
         "resources": {"requests": {"storage": "1Gi"}}}}"""
            .formatted(name));
    return this;
  }

  /** Applies all objects of the hub in the order of its files. */
  LiveHub applyObjects() {
    compiled.objects().forEach(this::apply);
    return this;
  }

  /** Waits until hub, proxy and the scheduler of its people are ready. */
  LiveHub awaitReady() {
    for (String deployment : deployments()) {
      Patience.until(
          "Deployment " + deployment + " of " + namespace(),
          BOOT,
          () -> isReady(deployment),
          this::lastWords);
    }
    return this;
  }

  private List<String> deployments() {
    return compiled.objects().stream()
        .filter(o -> o.get("kind").flatMap(Node::string).filter("Deployment"::equals).isPresent())
        .map(o -> o.at("metadata.name").flatMap(Node::string).orElseThrow())
        .toList();
  }

  private Optional<Boolean> isReady(String deployment) {
    Node live = api.get(path("/apis/apps/v1", "deployments", deployment)).tree();
    long wanted = number(live, "metadata.generation");
    boolean isThere =
        number(live, "status.observedGeneration") >= wanted
            && number(live, "status.updatedReplicas") >= number(live, "spec.replicas")
            && number(live, "status.readyReplicas") >= number(live, "spec.replicas")
            && number(live, "status.unavailableReplicas") == 0;
    return isThere ? Optional.of(true) : Optional.empty();
  }

  private static long number(Node node, String path) {
    return node.at(path)
        .flatMap(Node::scalar)
        .map(scalar -> Long.parseLong(scalar.text()))
        .orElse(0L);
  }

  String namespace() {
    return compiled.namespace();
  }

  CompiledCase compiled() {
    return compiled;
  }

  NodeAgent nodes() {
    return nodes;
  }

  /** Where people find the hub: its domain, else the address of its Service. */
  HttpUrl front() {
    return compiled
        .hub()
        .domain()
        .map(domain -> HttpUrl.get("https://" + domain + "/"))
        .orElseGet(this::entry);
  }

  /** A browser that finds the hub, and whatever else answers at its own address. */
  Browser browser() {
    Map<String, HttpUrl> entries = new TreeMap<>();
    compiled.hub().domain().ifPresent(domain -> entries.put(domain, entry()));
    return new Browser(entries);
  }

  private HttpUrl entry() {
    Node service = api.get(path("/api/v1", "services", "proxy-public")).tree();
    String address = service.at("spec.clusterIP").flatMap(Node::string).orElseThrow();
    return HttpUrl.get("http://" + address + "/");
  }

  /** The running pod of a component. */
  PodRun pod(String component) {
    return Patience.until(
        "a pod of " + component,
        BOOT,
        () -> nodes.pods(namespace(), component).stream().findFirst(),
        this::lastWords);
  }

  /** An object of its namespace as it is now. */
  Node live(String group, String plural, String name) {
    return api.get(path(group, plural, name)).tree();
  }

  String path(String group, String plural, String name) {
    return group + "/namespaces/" + namespace() + "/" + plural + "/" + name;
  }

  Api api() {
    return api;
  }

  /** The last lines of every pod of the namespace, for messages. */
  String lastWords() {
    StringBuilder all = new StringBuilder();
    for (String component :
        List.of("tokens", "hub", "proxy", "user-scheduler", "singleuser-server")) {
      for (PodRun run : nodes.pods(namespace(), component)) {
        all.append("--- ").append(run.pod().getMetadata().getName()).append('\n');
        lastLines(run).forEach(line -> all.append(line).append('\n'));
      }
    }
    return all.toString();
  }

  private static List<String> lastLines(PodRun run) {
    try {
      List<String> lines =
          Files.exists(run.log())
              ? Files.readAllLines(run.log(), StandardCharsets.UTF_8)
              : List.of("has not said a word");
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void apply(Node object) {
    Api.Answer answer = api.apply(object, false);
    if (!answer.isFine()) {
      throw new AssertionError(answer.code() + " " + answer.message());
    }
  }

  private void create(String plural, String json) {
    Api.Answer answer = api.post("/api/v1/namespaces/" + namespace() + "/" + plural, json);
    if (!answer.isFine()) {
      throw new AssertionError(answer.code() + " " + answer.message());
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the hub; its namespace goes in its own time. */
  @Override
  public void close() {
    nodes.leave(namespace());
    List<Node> above = new ArrayList<>(compiled.platform());
    for (Node object : above) {
      api.delete(object);
    }
  }
}
