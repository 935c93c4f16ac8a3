package org.hubfleet.diagnostic;

/** Another place that helps to understand a problem, such as the first of two equal names. */
public record Related(Place place, String message) {}
