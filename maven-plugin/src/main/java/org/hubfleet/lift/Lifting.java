package org.hubfleet.lift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.lower.check.CustomReaders;
import org.hubfleet.model.Cluster;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.ValuePath;

/**
 * Writes what the overrides of a hub file say in the lines of the hub language, as far as both
 * compile to the same.
 *
 * <p>A guess is kept only when all that the hub's objects are made of stays as it was, the
 * effective values and whatever is derived from them, and nothing new is wrong. What is explained
 * to people may differ, and the same amount of memory may be written in another way.
 */
public final class Lifting {
  private final List<? extends Lifter> lifters;

  /**
   * @param lifters in the order in which their lines appear
   */
  public Lifting(List<? extends Lifter> lifters) {
    this.lifters = List.copyOf(lifters);
  }

  /** Whether there is any guess about a file; those that do not hold count too. */
  public boolean isWorthATry(Mapping file, Cluster cluster) {
    return !Told.blocks(file).isEmpty() && !exact(Told.of(file, cluster)).isEmpty();
  }

  /** The file with all guesses that hold; itself when none does. */
  public Lifted lift(Mapping file, Trial trial) {
    Optional<Outcome<Blueprint>> before = Told.blocks(file).isEmpty() ? none() : trial.of(file);
    Optional<Blueprint> hub = before.flatMap(Outcome::value);
    if (hub.isEmpty()) {
      return new Lifted(file, List.of());
    }
    List<Proposal> kept =
        keep(
            file,
            exact(Told.of(file, hub.get().hub().cluster())),
            trial,
            after -> SameHub.is(before.get(), after));
    return new Lifted(Rewrite.of(file, kept), kept);
  }

  /**
   * The file with lines for words of a chart around the official one, which nothing reads any more
   * without it: those that {@link Meanings} lists, where no code of the hub reads them either. All
   * other values of the hub stay; there may be more.
   */
  public Lifted translate(Mapping file, Trial trial, Meanings meanings) {
    Optional<Outcome<Blueprint>> before = Told.blocks(file).isEmpty() ? none() : trial.of(file);
    Optional<Blueprint> hub = before.flatMap(Outcome::value);
    if (hub.isEmpty()) {
      return new Lifted(file, List.of());
    }
    CustomReaders readers = CustomReaders.of(hub.get().jupyterhub());
    List<Proposal> asked =
        proposals(Told.of(file, hub.get().hub().cluster())).stream()
            .filter(
                guess -> guess.said().stream().allMatch(said -> isWord(said, meanings, readers)))
            .toList();
    List<Proposal> kept =
        keep(
            file,
            asked,
            trial,
            after ->
                SameHub.isNothingNewWrong(before.get(), after)
                    && after
                        .value()
                        .filter(now -> SameHub.isNothingLost(hub.get(), now))
                        .isPresent());
    return new Lifted(Rewrite.of(file, kept), kept);
  }

  private static boolean isWord(ValuePath said, Meanings meanings, CustomReaders readers) {
    List<ValuePath.Segment> steps = said.segments();
    return meanings
            .of(ValuePath.of("jupyterhub").then(said))
            .filter(Meanings.Meaning::isOfWrapper)
            .isPresent()
        && steps.size() > 1
        && steps.get(0).equals(new ValuePath.Key("custom"))
        && steps.get(1) instanceof ValuePath.Key key
        && !readers.read(key.name());
  }

  private static Optional<Outcome<Blueprint>> none() {
    return Optional.empty();
  }

  /** The guesses that could be exact: they say all, and it stands where it stood. */
  private List<Proposal> exact(Told told) {
    return proposals(told).stream().filter(guess -> !guess.isMoved() && !guess.isPart()).toList();
  }

  /** All guesses, whether they hold or not. */
  List<Proposal> proposals(Told told) {
    List<Proposal> all = new ArrayList<>();
    lifters.forEach(lifter -> all.addAll(lifter.propose(told)));
    return all;
  }

  /** The guesses with which a hub is still as it should be, as many as possible at a time. */
  static List<Proposal> keep(
      Mapping file, List<Proposal> asked, Trial trial, Predicate<Outcome<Blueprint>> isGood) {
    List<Proposal> kept = new ArrayList<>();
    keep(file, asked, trial, isGood, kept);
    return kept;
  }

  private static void keep(
      Mapping file,
      List<Proposal> asked,
      Trial trial,
      Predicate<Outcome<Blueprint>> isGood,
      List<Proposal> kept) {
    if (asked.isEmpty()) {
      return;
    }
    List<Proposal> more = new ArrayList<>(kept);
    more.addAll(asked);
    if (trial.of(Rewrite.of(file, more)).filter(isGood).isPresent()) {
      kept.addAll(asked);
    } else if (asked.size() > 1) {
      int half = asked.size() / 2;
      keep(file, asked.subList(0, half), trial, isGood, kept);
      keep(file, asked.subList(half, asked.size()), trial, isGood, kept);
    }
  }
}
