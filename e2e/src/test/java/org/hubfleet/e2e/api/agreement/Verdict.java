package org.hubfleet.e2e.api.agreement;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a judge says of an object.
 *
 * @param rules our rules that refuse it; empty when it is accepted, and for the server
 * @param keywords of JSON Schema that refuse it, with those passed on the way
 * @param message of the refusal, or empty
 */
record Verdict(boolean accepts, Set<String> rules, Set<String> keywords, String message) {
  static final Verdict FINE = new Verdict(true, Set.of(), Set.of(), "");

  static Verdict refused(String message) {
    return new Verdict(false, Set.of(), Set.of(), message);
  }

  Verdict {
    rules = new TreeSet<>(rules);
    keywords = new TreeSet<>(keywords);
  }
}
