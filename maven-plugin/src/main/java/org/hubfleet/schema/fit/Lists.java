package org.hubfleet.schema.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** Keywords about lists; other values fit. */
final class Lists {
  static final Rule UNKNOWN = value -> value instanceof Sequence ? Verdict.UNSURE : Verdict.FITS;

  /** Certain of lists of strings only: numbers of different spelling may be equal. */
  static final Rule UNIQUE =
      value -> value instanceof Sequence list ? unique(list.items()) : Verdict.FITS;

  private Lists() {}

  static Rule items(Rule rule) {
    return value -> {
      if (value instanceof Sequence list) {
        for (Node item : list.items()) {
          Verdict verdict = rule.judge(item);
          if (verdict != Verdict.FITS) {
            return verdict;
          }
        }
      }
      return Verdict.FITS;
    };
  }

  static Rule contains(Rule rule) {
    Rule none = items(Rule.not(rule));
    return value -> value instanceof Sequence ? none.judge(value).inverted() : Verdict.FITS;
  }

  static Rule size(String keyword, int limit) {
    boolean least = keyword.equals("minItems");
    return value ->
        Verdict.of(
            !(value instanceof Sequence list)
                || (least ? list.items().size() >= limit : list.items().size() <= limit));
  }

  private static Verdict unique(List<Node> items) {
    if (items.size() < 2) {
      return Verdict.FITS;
    }
    Set<String> seen = new HashSet<>();
    for (Node item : items) {
      if (!(item instanceof Scalar scalar) || scalar.kind() != Scalar.Kind.STRING) {
        return Verdict.UNSURE;
      }
      if (!seen.add(scalar.text())) {
        return Verdict.FAILS;
      }
    }
    return Verdict.FITS;
  }
}
