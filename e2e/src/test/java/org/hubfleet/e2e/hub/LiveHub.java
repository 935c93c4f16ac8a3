package org.hubfleet.e2e.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
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
  private final LiveObjects objects;
  private CompiledCase compiled;

  LiveHub(Api api, NodeAgent nodes, CompiledCase compiled) {
    this.api = api;
    this.nodes = nodes;
    this.compiled = compiled;
    this.objects = new LiveObjects(api, compiled.namespace());
  }

  /** Applies the namespace and what is above it. */
  LiveHub applyPlatform() {
    compiled.platform().forEach(objects::apply);
    return this;
  }

  /** Applies all objects of the hub in the order of its files. */
  LiveHub applyObjects() {
    compiled.objects().forEach(objects::apply);
    return this;
  }

  /** Waits until every Deployment is ready and the hub answers behind its proxy. */
  LiveHub awaitReady() {
    for (String deployment : deployments()) {
      await("Deployment " + deployment, () -> objects.isReady(deployment));
    }
    // Ready pods become endpoints a moment later only.
    Browser browser = browser();
    await("the hub", () -> browser.get(front().resolve("/hub/health")).code() == 200);
    return this;
  }

  private List<String> deployments() {
    return compiled.objects().stream()
        .filter(o -> o.get("kind").flatMap(Node::string).filter("Deployment"::equals).isPresent())
        .map(o -> o.at("metadata.name").flatMap(Node::string).orElseThrow())
        .toList();
  }

  private void await(String what, BooleanSupplier isSo) {
    Patience.until(
        what + " of " + namespace(),
        BOOT,
        () -> isSo.getAsBoolean() ? Optional.of(true) : Optional.empty(),
        this::lastWords);
  }

  /** Applies what a later state of the config has become, as a roll-out does. */
  LiveHub update(CompiledCase changed) {
    compiled = changed;
    return applyPlatform().applyObjects().awaitReady();
  }

  /** Deletes the pod of the hub, as a drained node would; its Deployment makes another. */
  LiveHub restart() {
    String name = pod("hub").pod().getMetadata().getName();
    objects.deletePod(name);
    await("another pod than " + name, () -> objects.hasReadyHubOtherThan(name));
    return awaitReady();
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

  LiveObjects objects() {
    return objects;
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
    Node service = objects.get("/api/v1", "services", "proxy-public");
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

  /** The pod of somebody's server as the API server has it. */
  Node podOf(String user) {
    return Patience.until("a pod of " + user, BOOT, () -> objects.podOf(user), this::lastWords);
  }

  /** All that the pods of a component have written so far. */
  String log(String component) {
    StringBuilder all = new StringBuilder();
    for (PodRun run : nodes.pods(namespace(), component)) {
      lines(run).forEach(line -> all.append(line).append('\n'));
    }
    return all.toString();
  }

  /** The last lines of every pod of the namespace, for messages. */
  String lastWords() {
    StringBuilder all = new StringBuilder();
    for (String component : List.of("tokens", "proxy", "hub", "singleuser-server")) {
      for (PodRun run : nodes.pods(namespace(), component)) {
        List<String> lines = lines(run);
        all.append("--- ").append(run.pod().getMetadata().getName()).append('\n');
        lines
            .subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
            .forEach(line -> all.append(line).append('\n'));
      }
    }
    return all.toString();
  }

  private static List<String> lines(PodRun run) {
    try {
      return Files.exists(run.log())
          ? Files.readAllLines(run.log(), StandardCharsets.UTF_8)
          : List.of();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Ends the hub; its namespace goes in its own time. */
  @Override
  public void close() {
    nodes.leave(namespace());
    compiled.platform().forEach(api::delete);
  }
}
