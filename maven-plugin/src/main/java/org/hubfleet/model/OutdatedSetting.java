package org.hubfleet.model;

import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.SchemaStep;

/**
 * Finds settings that upstream knows but that do not do what they say: {@code values/refused} (the
 * hub would not start), {@code values/removed} (gone in upstream's next release), {@code
 * values/dead-setting} (nothing reads it) and {@code values/deprecated} (it has a new name).
 */
final class OutdatedSetting {
  private static final RuleName REFUSED = RuleName.of("values/refused");
  private static final RuleName REMOVED = RuleName.of("values/removed");
  private static final RuleName DEAD = RuleName.of("values/dead-setting");
  private static final RuleName DEPRECATED = RuleName.of("values/deprecated");

  private OutdatedSetting() {}

  static Optional<Diagnostic> inspect(SchemaStep step) {
    return step.value().isNull()
        ? Optional.empty()
        : judge(step).filter(problem -> !step.isInside(OutdatedSetting::isTold));
  }

  private static Optional<Diagnostic> judge(SchemaStep step) {
    Optional<String> instead = step.text("x-instead").map(other -> "use " + other + " instead");
    Optional<String> refused = step.text("x-refused");
    if (refused.isPresent()) {
      return Optional.of(
          Diagnostic.error(step.key(), REFUSED, step.path() + " cannot be set: " + refused.get())
              .hint(instead));
    }
    Optional<String> dead = step.text("x-dead");
    if (dead.isPresent()) {
      return Optional.of(
          Diagnostic.warning(step.key(), DEAD, step.path() + " has no effect: " + dead.get()));
    }
    if (isRemoved(step)) {
      return Optional.of(
          Diagnostic.warning(
                  step.key(),
                  REMOVED,
                  step.path() + " works here but is gone from upstream's next release")
              .hint(instead));
    }
    Optional<String> deprecated =
        step.text("x-deprecated")
            .or(
                () ->
                    step.is("deprecated")
                        ? Optional.of("it is not used any more")
                        : Optional.empty());
    return deprecated.map(
        why ->
            Diagnostic.warning(
                step.key(), DEPRECATED, step.path() + " is an old name: " + instead.orElse(why)));
  }

  private static boolean isRemoved(SchemaStep step) {
    return step.text("x-since").filter("removed"::equals).isPresent();
  }

  /** Whether a map was reported, and what stands in it need not be for the same reason. */
  private static boolean isTold(SchemaStep outer) {
    return outer.text("x-dead").isPresent()
        || outer.text("x-refused").isPresent()
        || isRemoved(outer);
  }
}
