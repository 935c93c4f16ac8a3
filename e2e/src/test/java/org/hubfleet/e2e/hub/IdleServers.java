package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** One server lies idle and ends; another is used all the time and stays, with its person. */
final class IdleServers {
  private static final Duration LONG = Duration.ofSeconds(60);

  private IdleServers() {}

  static void end(Person idle, Person busy) {
    busy.start();
    busy.awaitServer("");
    try (Kernel kernel = Kernel.start(busy, busy.root(""))) {
      idle.start();
      waitBusily(idle, kernel);
      Patience.until(
          "the end of an idle server",
          LONG,
          () -> {
            assertThat(kernel.run("print('busy')")).isEqualTo("busy\n");
            return idle.servers().has("") ? Optional.empty() : Optional.of(true);
          },
          idle.hub()::lastWords);
      // Long enough for the culler to come by a few more times.
      long until = System.nanoTime() + Duration.ofSeconds(8).toNanos();
      while (System.nanoTime() < until) {
        assertThat(kernel.run("print('busy')")).isEqualTo("busy\n");
      }
    }
    JsonObject servers = busy.servers();
    assertThat(servers.has("")).as(servers.toString()).isTrue();
    assertThat(idle.me().get("name").getAsString()).isEqualTo(idle.name());
  }

  /** Waits for the other server while this one is used. */
  private static void waitBusily(Person other, Kernel kernel) {
    Patience.until(
        "the server of " + other.name(),
        LONG,
        () -> {
          kernel.run("print('busy')");
          Page page = other.open("/hub/spawn-pending/" + other.name());
          return page.path().startsWith(other.root("")) ? Optional.of(page) : Optional.empty();
        },
        other.hub()::lastWords);
  }
}
