package org.hubfleet.e2e.scheduler;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.hubfleet.e2e.cluster.Deadline;

/** How long to wait for what should come true; what must not may then be complained of. */
record Patience(Duration most) {
  /** Whether it comes true in time. */
  boolean holds(BooleanSupplier wish) {
    try {
      Deadline.after(most).await("", wish);
      return true;
    } catch (IllegalStateException never) {
      return false;
    }
  }
}
