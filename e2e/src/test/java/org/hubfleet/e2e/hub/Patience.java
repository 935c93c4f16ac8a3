package org.hubfleet.e2e.hub;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for what a cluster does in its own time. */
final class Patience {
  private static final long BEAT = 150; // milliseconds

  private Patience() {}

  /** Asks again and again until there is an answer; else fails with what was waited for. */
  static <T> T until(
      String wanted, Duration most, Supplier<Optional<T>> question, Supplier<String> whyNot) {
    long end = System.nanoTime() + most.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "waited " + most.toSeconds() + " s for " + wanted + "\n" + whyNot.get());
      }
      try {
        Thread.sleep(BEAT);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }
}
