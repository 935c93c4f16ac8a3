package org.hubfleet.lower.check;

import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.SchemaStep;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;

/** Finds maps with two keys of which one may be set: {@code values/exclusive-keys}. */
final class ExclusiveKeys {
  private static final RuleName RULE = RuleName.of("values/exclusive-keys");

  private ExclusiveKeys() {}

  static void inspect(SchemaStep step, List<Diagnostic> problems) {
    if (!(step.value() instanceof Mapping map)) {
      return;
    }
    List<String> most = step.words("x-at-most-one");
    if (most.isEmpty()) {
      return;
    }
    List<Map.Entry<String, Mapping.Entry>> set =
        map.entries().entrySet().stream()
            .filter(entry -> most.contains(entry.getKey()) && !entry.getValue().value().isNull())
            .toList();
    if (set.size() > 1) {
      problems.add(two(step, set));
    }
  }

  private static Diagnostic two(SchemaStep step, List<Map.Entry<String, Mapping.Entry>> set) {
    Map.Entry<String, Mapping.Entry> first = set.get(0);
    Map.Entry<String, Mapping.Entry> second = set.get(1);
    boolean swap = strength(second) < strength(first);
    Map.Entry<String, Mapping.Entry> told = swap ? first : second;
    Map.Entry<String, Mapping.Entry> other = swap ? second : first;
    Place at = told.getValue().value().origin().place();
    return Diagnostic.error(
            at,
            RULE,
            step.path()
                + " has both "
                + other.getKey()
                + " and "
                + told.getKey()
                + ", of which one may be set")
        .hint("set " + other.getKey() + " to null")
        .related(other.getValue().value().origin().place(), other.getKey() + " is set here");
  }

  private static int strength(Map.Entry<String, Mapping.Entry> entry) {
    Origin origin = entry.getValue().value().origin();
    return origin.isConfigured() ? origin.layer().ordinal() + 1 : 0;
  }
}
