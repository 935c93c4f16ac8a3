package org.hubfleet.e2e.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The end of a person's patience. */
public final class Deadline {
  private static final long PAUSE_MILLISECONDS = 100;

  private final Duration patience;
  private final long end;

  private Deadline(Duration patience) {
    this.patience = patience;
    this.end = System.nanoTime() + patience.toNanos();
  }

  /** From now on. */
  public static Deadline after(Duration patience) {
    return new Deadline(patience);
  }

  /** Waits until something holds; throws {@link IllegalStateException} when it never does. */
  public void await(String what, BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(what + ": not within " + patience.toSeconds() + " s");
      }
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }
}
