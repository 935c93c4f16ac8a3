package org.hubfleet.author;

/**
 * A file to import from.
 *
 * @param name as its owner named it, for reports
 */
public record InputFile(String name, String text) {}
