package org.hubfleet.shelf;

import java.util.Optional;
import java.util.SortedMap;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.diagnostic.Severity;

/**
 * What the catalogue says about a rule.
 *
 * @param meaning what the mistake is and why it matters, in about two sentences
 * @param bad files that show the mistake, by path; {@code hub.yaml} stands for the hub of a small
 *     fleet, other paths start at {@code config/}; empty when {@code notShown} says why
 * @param good the same files without the mistake
 * @param notShown why no text can show it
 */
public record RuleEntry(
    RuleName rule,
    Severity severity,
    String meaning,
    SortedMap<String, String> bad,
    SortedMap<String, String> good,
    Optional<String> notShown) {}
