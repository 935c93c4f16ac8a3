package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the two judges said of many mutants, and where they differ. */
final class Differences {
  private final List<Mutant> mutants;
  private final Explanations explanations;

  Differences(List<Mutant> mutants, Explanations explanations) {
    this.mutants = List.copyOf(mutants);
    this.explanations = explanations;
  }

  /** All that were made. */
  List<Mutant> mutants() {
    return mutants.stream().filter(m -> m.isReached() && !m.isLost()).toList();
  }

  /** Mutants by what they have in common, sorted. */
  Map<String, List<Mutant>> by(Function<Mutant, String> part) {
    Map<String, List<Mutant>> groups = new TreeMap<>();
    mutants().forEach(m -> groups.computeIfAbsent(part.apply(m), key -> new ArrayList<>()).add(m));
    return groups;
  }

  /** Those of some kind of difference that nothing listed explains. */
  List<Mutant> unexplained(Predicate<Mutant> difference) {
    return mutants.stream().filter(difference).filter(m -> reason(m).isEmpty()).toList();
  }

  /**
   * The name of why the judges differ about a mutant: a listed reason, or the rule of ours between
   * objects; absent when they agree, too.
   */
  Optional<String> reason(Mutant mutant) {
    if (!mutant.isLost() && !mutant.isFalseAccept() && !mutant.isFalseReject()) {
      return Optional.empty();
    }
    if (mutant.isFalseReject() && mutant.isRefusedBetweenObjects()) {
      return mutant.ours().rules().stream().filter(rule -> !rule.startsWith("object/")).findFirst();
    }
    return explanations.of(mutant).map(Explanations.Explanation::name);
  }

  /** Places that could not be tried. */
  List<Mutant> unreached() {
    return mutants.stream().filter(m -> !m.isReached()).toList();
  }
}
