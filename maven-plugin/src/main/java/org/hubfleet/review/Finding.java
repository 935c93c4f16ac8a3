package org.hubfleet.review;

import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Origin;

/**
 * A change that a guard stops.
 *
 * @param object that somebody has to acknowledge: {@code Kind/name}, {@code homes} or {@code
 *     database}
 * @param origin of the new value, or of what the old one stood in
 * @param message what happens
 * @param wayOut how to reach the same without the danger
 */
record Finding(RuleName rule, String object, Origin origin, String message, String wayOut) {}
