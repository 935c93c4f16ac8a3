/**
 * What helps people write a fleet: importing existing values, schemas for editors, explanations,
 * pages of the documentation.
 *
 * <p>Uses {@code lower}, {@code verify}, {@code write} and below. For the import start reading at
 * {@link org.hubfleet.author.Importer}.
 */
package org.hubfleet.author;
