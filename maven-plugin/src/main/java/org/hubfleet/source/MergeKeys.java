package org.hubfleet.source;

import java.util.Collection;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** The keys {@code <<}, which lay maps below the one they stand in: {@code yaml/merge-key}. */
record MergeKeys(Dialect dialect, List<Diagnostic> problems) {
  private static final RuleName RULE = RuleName.of("yaml/merge-key");

  static boolean isOne(ScalarEvent key) {
    return key.isPlain() && key.getValue().equals("<<");
  }

  /**
   * What is laid below, the first on top.
   *
   * @param path of the map that the key stands in
   */
  List<Node> bases(Place place, Node value, Collection<String> path) {
    if (dialect == Dialect.STRICT && !isInValues(path)) {
      problems.add(
          Diagnostic.error(place, RULE, "merge keys are accepted only inside overrides.values")
              .hint(
                  "write the keys out, or set them under defaults: of the community or the fleet"));
    }
    List<Node> bases = value instanceof Sequence list ? list.items() : List.of(value);
    if (!bases.stream().allMatch(Mapping.class::isInstance)) {
      problems.add(Diagnostic.error(place, RULE, "a merge key takes a map or a list of maps"));
    }
    return bases;
  }

  private static boolean isInValues(Collection<String> path) {
    String before = "";
    for (String step : path) {
      if (step.equals("values") && before.equals("overrides")) {
        return true;
      }
      before = step;
    }
    return false;
  }
}
