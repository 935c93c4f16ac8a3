package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The hub goes away and comes back while a server runs. */
final class Restart {
  private static final long BEAT = 100; // milliseconds

  private Restart() {}

  /** The server answers all the time; afterwards the hub knows it and does not start another. */
  static void whileItRuns(LiveHub hub, Person person) {
    String before = podName(hub, person);
    String status = person.root("") + "api/status";
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    AtomicReference<String> broken = new AtomicReference<>("");
    Thread visitor =
        new Thread(
            () -> {
              while (!isOver.get()) {
                Page page = person.open(status);
                if (page.code() != 200) {
                  broken.compareAndSet("", page.toString());
                }
                asked.incrementAndGet();
                pause();
              }
            },
            "visitor");
    visitor.start();
    hub.restart();
    isOver.set(true);
    join(visitor);
    assertThat(broken.get()).isEmpty();
    assertThat(asked.get()).isGreaterThan(5);
    assertThat(person.servers().has("")).isTrue();
    assertThat(podName(hub, person)).isEqualTo(before);
    assertThat(person.open("/hub/spawn-pending/" + person.name()).path())
        .startsWith(person.root(""));
  }

  private static String podName(LiveHub hub, Person person) {
    return Json.text(Json.of(hub.podOf(person.name())), "metadata.uid");
  }

  private static void pause() {
    try {
      Thread.sleep(BEAT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
