package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * How much is tried.
 *
 * @param seed of every choice
 * @param here changes at the place chosen for a field of a shared definition
 * @param oneIn that many of its other places one gets a change, too
 */
record Effort(long seed, int here, int oneIn) {
  private static final int THREADS = 6;

  /** Random numbers of their own for a purpose. */
  Random random(String purpose) {
    return new Random(seed * 31 + purpose.hashCode());
  }

  /** Changes at a place of a field that has been tried elsewhere. */
  int elsewhere(String place) {
    return random(place).nextInt(oneIn) == 0 ? 1 : 0;
  }

  /** That many of them, of as many operations as there are, in their order. */
  List<Change> choose(List<Change> all, int count, Random random) {
    Map<String, List<Integer>> byOperation = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      byOperation.computeIfAbsent(all.get(i).operation(), name -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> groups = new ArrayList<>(byOperation.values());
    Collections.shuffle(groups, random);
    groups.forEach(group -> Collections.shuffle(group, random));
    Set<Integer> chosen = new TreeSet<>();
    for (int turn = 0; chosen.size() < Math.min(count, all.size()); turn++) {
      List<Integer> group = groups.get(turn % groups.size());
      if (turn / groups.size() < group.size()) {
        chosen.add(group.get(turn / groups.size()));
      }
    }
    return chosen.stream().map(all::get).toList();
  }

  /** The results in the order of the items. */
  <T, R> List<R> inParallel(List<T> items, Function<T, R> function) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<R>> running = new ArrayList<>();
      items.forEach(item -> running.add(threads.submit(() -> function.apply(item))));
      List<R> results = new ArrayList<>();
      for (Future<R> future : running) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException broken) {
      throw new IllegalStateException(broken);
    } finally {
      threads.shutdownNow();
    }
  }
}
