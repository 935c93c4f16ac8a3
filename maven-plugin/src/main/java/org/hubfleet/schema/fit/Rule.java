package org.hubfleet.schema.fit;

import java.util.List;
import org.hubfleet.source.Node;

/** A condition on a value, such as a keyword of a schema. Pure and safe for threads. */
interface Rule {
  Rule ANYTHING = value -> Verdict.FITS;
  Rule NOTHING = value -> Verdict.FAILS;
  Rule UNKNOWN = value -> Verdict.UNSURE;

  /** What is certain about the value. */
  Verdict judge(Node value);

  /** All of those rules; the first that does not fit decides. */
  static Rule all(List<Rule> rules) {
    if (rules.size() == 1) {
      return rules.get(0);
    }
    Rule[] each = rules.toArray(new Rule[0]);
    return value -> {
      for (Rule rule : each) {
        Verdict verdict = rule.judge(value);
        if (verdict != Verdict.FITS) {
          return verdict;
        }
      }
      return Verdict.FITS;
    };
  }

  /** At least one of those rules. */
  static Rule any(List<Rule> rules) {
    return value -> {
      Verdict best = Verdict.FAILS;
      for (Rule rule : rules) {
        Verdict verdict = rule.judge(value);
        if (verdict == Verdict.FITS) {
          return verdict;
        }
        best = verdict == Verdict.UNSURE ? verdict : best;
      }
      return best;
    };
  }

  /** The opposite of a rule. */
  static Rule not(Rule rule) {
    return value -> rule.judge(value).inverted();
  }

  /** One of two rules, as a third decides. */
  static Rule either(Rule condition, Rule met, Rule unmet) {
    return value ->
        switch (condition.judge(value)) {
          case FITS -> met.judge(value);
          case FAILS -> unmet.judge(value);
          case UNSURE -> Verdict.UNSURE;
        };
  }
}
