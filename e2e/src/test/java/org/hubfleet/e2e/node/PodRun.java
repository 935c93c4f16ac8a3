package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The life of one pod on its node, in a thread of its own. */
public final class PodRun {
  private static final long BEAT = 100; // milliseconds
  private static final long RETRY = 300;
  private static final int SETTLED = 20; // beats between questions to a container that is ready
  private static final long FIRST_BACK_OFF = 1_000;
  private static final long LONGEST_BACK_OFF = 8_000;

  private final V1Pod pod;
  private final V1Container spec;
  private final Playground playground;
  private final PodNetwork.Cable cable;
  private final Statuses statuses;
  private final Thread thread;
  private volatile Optional<Container> container = Optional.empty();
  private volatile boolean isStopping;
  private int starts;

  /** What all pods of a namespace share. */
  record Playground(
      Connection connection,
      PodNetwork network,
      Services services,
      Volumes volumes,
      Images images,
      ReadinessProbe probe,
      Path work,
      Path logs) {}

  PodRun(V1Pod pod, Playground playground) {
    this.pod = pod;
    this.spec = pod.getSpec().getContainers().get(0);
    this.playground = playground;
    this.cable = playground.network().next();
    this.statuses = new Statuses(playground.connection(), pod, cable.address());
    this.thread = new Thread(this::live, "pod " + pod.getMetadata().getName());
    thread.setDaemon(true);
    thread.start();
  }

  /** The pod as it was when it was bound. */
  public V1Pod pod() {
    return pod;
  }

  /** Its address in the network of the pods. */
  public String address() {
    return cable.address();
  }

  /** The first process of its container as the suite sees it; absent while there is none. */
  public Optional<Long> process() {
    return container.flatMap(Container::first);
  }

  /** Runs a command inside, as root, and returns what it printed. */
  public String run(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "nsenter", "--target=" + process().orElseThrow(), "--all", "--root", "--wdns=/"));
    command.addAll(List.of(words));
    return Command.run(command.toArray(String[]::new));
  }

  /** Where its output goes. */
  public Path log() {
    return playground
        .logs()
        .resolve(pod.getMetadata().getNamespace())
        .resolve(pod.getMetadata().getName() + ".log");
  }

  private void live() {
    try {
      Image image = null;
      while (!isStopping) {
        try {
          image = playground.images().of(pod);
          if (image.isPause()) {
            statuses.running(true);
            return;
          }
          start(image);
          int exit = watch();
          if (isStopping || !isRestarted(exit)) {
            statuses.ended(exit);
            return;
          }
          statuses.restarting(exit);
          Thread.sleep(Math.min(LONGEST_BACK_OFF, FIRST_BACK_OFF << Math.min(starts, 8)));
        } catch (NotYet problem) {
          statuses.waiting(problem.reason(), problem.getMessage());
          Thread.sleep(RETRY);
        }
      }
    } catch (ApiException problem) {
      if (!isStopping && problem.getCode() != 404 && problem.getCode() != 409) {
        throw new IllegalStateException(problem.getResponseBody(), problem);
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(Image image) throws ApiException, IOException, NotYet {
    Path folder = playground.work().resolve(pod.getMetadata().getUid());
    Map<String, String> variables =
        new Variables(playground.connection(), playground.services().all())
            .of(pod, spec, cable.address());
    List<Volumes.Mount> mounts =
        playground.volumes().of(pod, spec, cable.address(), variables, folder.resolve("volumes"));
    Path plan = folder.resolve("plan-" + starts++);
    new ContainerPlan(pod, spec, image, plan).write(cable, mounts, playground.services().all());
    container = Optional.of(Container.start(plan, spec, image, variables, log()));
  }

  /** Reports readiness until the container ends; returns how it ended. */
  private int watch() throws ApiException, InterruptedException {
    Optional<Boolean> reported = Optional.empty();
    Container running = container.orElseThrow();
    for (int beat = 0; running.exit().isEmpty(); beat++) {
      boolean isSettled = reported.equals(Optional.of(true));
      if (!isSettled || beat % SETTLED == 0) {
        boolean isReady = playground.probe().isReady(spec, cable.address());
        if (!reported.equals(Optional.of(isReady)) && !isStopping) {
          statuses.running(isReady);
          reported = Optional.of(isReady);
        }
      }
      Thread.sleep(BEAT);
    }
    return running.exit().orElseThrow();
  }

  private boolean isRestarted(int exit) {
    String policy = pod.getSpec().getRestartPolicy();
    return policy == null || policy.equals("Always") || (policy.equals("OnFailure") && exit != 0);
  }

  /** Ends the container within the grace that the deletion gives, then lets the pod go. */
  void stop(long graceSeconds) {
    if (isStopping) {
      return;
    }
    isStopping = true;
    Thread stopper =
        new Thread(
            () -> {
              try {
                if (container.isPresent()) {
                  container.get().stop(graceSeconds);
                }
                thread.interrupt();
                thread.join();
                playground
                    .connection()
                    .core()
                    .deleteNamespacedPod(
                        pod.getMetadata().getName(), pod.getMetadata().getNamespace())
                    .gracePeriodSeconds(0)
                    .execute();
              } catch (ApiException gone) {
                // it is gone already
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            },
            "end of " + pod.getMetadata().getName());
    stopper.setDaemon(true);
    stopper.start();
  }
}
