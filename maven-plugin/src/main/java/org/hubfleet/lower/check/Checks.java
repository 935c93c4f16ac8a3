package org.hubfleet.lower.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Layered;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.source.Sources;

/**
 * Checks the effective values of each hub. Values that do not fit their vocabulary are not handed
 * on: what would be made of them could only be wrong in the same way.
 */
public final class Checks {
  private static final List<ValuesCheck> SHAPE = List.of(new EffectiveShape(), new EveryValue());
  private static final List<ValuesCheck> MEANING =
      List.of(
          new Profiles(),
          new LongNames(),
          new SharedNames(),
          new HalfEnabled(),
          new DeadSettings(),
          new UnknownClass(),
          new UnknownSecretPath(),
          new UnselectedClass(),
          new UnreadCustom(),
          new MissingCustom(),
          new CallbackElsewhere());

  private record Known(RuleName rule, Place place) {}

  private final Vocabularies vocabularies;
  private final Sources sources;
  private final Set<Known> known = new HashSet<>();

  /**
   * @param reported problems of the layers of these hubs; they are not reported again
   * @param sources the files of the fleet
   */
  public Checks(Vocabularies vocabularies, List<Diagnostic> reported, Sources sources) {
    this.vocabularies = vocabularies;
    this.sources = sources;
    reported.forEach(problem -> known.add(new Known(problem.rule(), problem.place())));
  }

  /** The same values with their problems; no value when they have not the right shape. */
  public Outcome<Values> check(Values values) {
    Checked hub =
        new Checked(
            values,
            vocabularies.of(values.hub().cluster().minor()),
            vocabularies.traits(),
            Layered.extensions(Optional.of(values.hub().tree())),
            sources);
    List<Diagnostic> problems = new ArrayList<>();
    SHAPE.forEach(check -> check.inspect(hub, problems));
    boolean broken = problems.stream().anyMatch(Diagnostic::isError);
    MEANING.forEach(check -> check.inspect(hub, problems));
    List<Diagnostic> fresh =
        problems.stream().filter(p -> !known.contains(new Known(p.rule(), p.place()))).toList();
    return broken ? Outcome.none(fresh) : Outcome.of(values, fresh);
  }
}
