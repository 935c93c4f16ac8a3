package org.hubfleet.parallel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What other threads made. */
final class Results {
  private Results() {}

  /** The result, once it is there; what the other thread threw is thrown here. */
  static <R> R of(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      if (failed.getCause() instanceof Error bug) {
        throw bug;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
