package org.hubfleet.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Maps a list with two threads. The results stand in the order of the list, whichever came first;
 * more threads than two were measured to gain nothing on small machines.
 */
public final class TwoAtATime {
  private static final int THREADS = 2;

  private TwoAtATime() {}

  /** The results, in the order of the items; what the function throws is thrown here. */
  public static <T, R> List<R> map(List<T> items, Function<T, R> function) {
    if (items.size() < THREADS) {
      return items.stream().map(function).toList();
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<R>> running = new ArrayList<>();
    try {
      items.forEach(item -> running.add(threads.submit(() -> function.apply(item))));
      List<R> results = new ArrayList<>();
      for (Future<R> future : running) {
        results.add(Results.of(future));
      }
      return results;
    } finally {
      running.forEach(future -> future.cancel(false));
      end(threads);
    }
  }

  /** What runs is waited for: where an item failed, the caller may clear up at once. */
  private static void end(ExecutorService threads) {
    threads.shutdown();
    try {
      threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
