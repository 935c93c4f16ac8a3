package org.hubfleet.e2e.flux;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.source.Node;

/**
 * Plays the nodes: no pod runs here, yet those of the stage's namespaces are called ready, and
 * those of Jobs done, unless they are held back.
 */
final class PlayedPods implements AutoCloseable {
  private static final long MILLISECONDS = 300;
  private static final String READY =
      """
      {"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True",
       "lastTransitionTime": "2026-11-21T00:00:00Z"}]}}
      """;
  private static final String DONE = "{\"status\": {\"phase\": \"Succeeded\"}}";

  private final Api api;
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  PlayedPods(Api api) {
    this.api = api;
    clock.scheduleWithFixedDelay(this::play, 0, MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /** Lets no pod of a namespace become ready until it is released. */
  void hold(String namespace) {
    held.add(namespace);
  }

  void release(String namespace) {
    held.remove(namespace);
  }

  private void play() {
    try {
      for (Node pod : api.list("/api/v1/pods")) {
        String namespace = text(pod, "metadata.namespace");
        boolean ours = namespace.startsWith(StageFleet.PREFIX) && !held.contains(namespace);
        if (ours && text(pod, "status.phase").equals("Pending")) {
          String path = "/api/v1/namespaces/" + namespace + "/pods/" + text(pod, "metadata.name");
          boolean job = pod.at("metadata.labels").flatMap(l -> l.get("job-name")).isPresent();
          api.merge(path + "/status", job ? DONE : READY);
        }
      }
    } catch (RuntimeException serverGone) {
      // the next round tells
    }
  }

  private static String text(Node node, String path) {
    return node.at(path).flatMap(Node::string).orElse("");
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
