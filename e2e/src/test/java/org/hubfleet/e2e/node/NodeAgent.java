package org.hubfleet.e2e.node;

import io.kubernetes.client.informer.SharedIndexInformer;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodList;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays the kubelets of some nodes, the storage and the Services: what is between the control plane
 * and a hub. Only the namespaces it is told to serve come alive.
 */
public final class NodeAgent implements AutoCloseable {
  /** Where pods reach the suite itself. */
  public static final String GATEWAY = PodNetwork.GATEWAY;

  private static final long BEAT = 50; // milliseconds
  private static final long DEFAULT_GRACE = 30; // seconds, as the API server gives it

  private final Connection connection;
  private final PodNetwork network = new PodNetwork();
  private final Nodes nodes;
  private final Claims claims;
  private final Services services;
  private final Volumes volumes;
  private final ReadinessProbe probe;
  private final SharedIndexInformer<V1Pod> pods;
  private final Path work;
  private final Path logs;
  private final Map<String, Images> served = new ConcurrentHashMap<>();
  private final Map<String, PodRun> runs = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::live, "node agent");
  private volatile boolean isOver;
  private final Set<String> onPaper = ConcurrentHashMap.newKeySet();

  /**
   * Starts an agent without nodes.
   *
   * @param apiServer where the API server listens in the suite's own network
   */
  public NodeAgent(ApiClient client, InetSocketAddress apiServer, Path work, Path logs) {
    this.connection = new Connection(client);
    this.work = work;
    this.logs = logs;
    this.nodes = new Nodes(connection);
    this.claims = new Claims(connection, work.resolve("claims"));
    this.services = new Services(connection, network, apiServer);
    this.volumes = new Volumes(connection, claims);
    this.probe = new ReadinessProbe(client);
    this.pods =
        connection.watch(
            p ->
                connection
                    .core()
                    .listPodForAllNamespaces()
                    .resourceVersion(p.resourceVersion)
                    .timeoutSeconds(p.timeoutSeconds)
                    .watch(p.watch)
                    .buildCall(null),
            V1Pod.class,
            V1PodList.class);
    connection.start();
    thread.setDaemon(true);
    thread.start();
  }

  /** Registers nodes; those that are there already stay as they are. */
  public void addNodes(List<NodePlan> plans) {
    try {
      for (NodePlan plan : plans) {
        nodes.add(plan);
      }
    } catch (ApiException problem) {
      throw new IllegalStateException(problem.getResponseBody(), problem);
    }
  }

  /** Brings the pods of a namespace to life, now and later. */
  public void serve(String namespace, Images images) {
    served.put(namespace, images);
  }

  /**
   * Lets the servers of somebody be scheduled and never start, for those who only want to see what
   * is asked of the cluster.
   */
  public void keepOnPaper(String namespace, String user) {
    onPaper.add(namespace + "/" + user);
  }

  /** Ends everything in a namespace at once and looks away. */
  public void leave(String namespace) {
    served.remove(namespace);
    runs.values().stream()
        .filter(run -> run.pod().getMetadata().getNamespace().equals(namespace))
        .forEach(run -> run.stop(0));
  }

  /** The running pods of a component in a namespace. */
  public List<PodRun> pods(String namespace, String component) {
    List<PodRun> found = new ArrayList<>();
    for (PodRun run : runs.values()) {
      Map<String, String> labels =
          Objects.requireNonNullElse(run.pod().getMetadata().getLabels(), Map.<String, String>of());
      if (run.pod().getMetadata().getNamespace().equals(namespace)
          && component.equals(labels.get("component"))) {
        found.add(run);
      }
    }
    return found;
  }

  /** The folder behind a claim. */
  public Path claim(String namespace, String name) {
    return claims.of(namespace, name);
  }

  private void live() {
    while (!isOver) {
      try {
        nodes.beat();
        services.reconcile();
        claims.reconcile(served.keySet());
        reconcile();
        Thread.sleep(BEAT);
      } catch (ApiException problem) {
        System.err.println("node agent: " + problem.getResponseBody());
      } catch (RuntimeException problem) {
        System.err.println("node agent: " + problem);
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  private void reconcile() {
    Map<String, V1Pod> present = new ConcurrentHashMap<>();
    for (V1Pod pod : pods.getIndexer().list()) {
      String uid = pod.getMetadata().getUid();
      present.put(uid, pod);
      PodRun run = runs.get(uid);
      Images images = served.get(pod.getMetadata().getNamespace());
      if (run == null && images != null && isStartable(pod)) {
        runs.put(uid, new PodRun(pod, playground(images)));
      } else if (run != null && pod.getMetadata().getDeletionTimestamp() != null) {
        run.stop(
            Optional.ofNullable(pod.getMetadata().getDeletionGracePeriodSeconds())
                .orElse(DEFAULT_GRACE));
      }
    }
    runs.forEach(
        (uid, run) -> {
          if (!present.containsKey(uid)) {
            run.stop(0);
            runs.remove(uid);
          }
        });
  }

  private boolean isStartable(V1Pod pod) {
    String phase = pod.getStatus() == null ? "Pending" : pod.getStatus().getPhase();
    Map<String, String> annotations = pod.getMetadata().getAnnotations();
    String user = annotations == null ? null : annotations.get("hub.jupyter.org/username");
    return pod.getSpec().getNodeName() != null
        && (user == null || !onPaper.contains(pod.getMetadata().getNamespace() + "/" + user))
        && nodes.has(pod.getSpec().getNodeName())
        && pod.getMetadata().getDeletionTimestamp() == null
        && "Pending".equals(phase);
  }

  private PodRun.Playground playground(Images images) {
    return new PodRun.Playground(
        connection,
        network,
        services,
        volumes,
        images,
        probe,
        work.resolve("pods"),
        logs.resolve("pods"));
  }

  @Override
  public void close() {
    isOver = true;
    thread.interrupt();
    runs.values().forEach(run -> run.stop(0));
    nodes.close();
    services.close();
    connection.close();
  }
}
