package org.hubfleet.shelf;

import org.hubfleet.source.Mapping;

/**
 * One named difference from what the chart does.
 *
 * @param upstream what the chart does
 * @param ours what we do
 * @param why the reason
 * @param restore how a hub gets upstream's behaviour back
 * @param values upstream values that make the difference; empty when the compiler behaves
 *     differently
 */
public record Departure(
    String name, String upstream, String ours, String why, String restore, Mapping values) {}
