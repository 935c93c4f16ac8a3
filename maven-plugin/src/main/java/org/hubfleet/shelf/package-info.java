/**
 * What the shelves hold: the upstream vocabulary, versions, departures, templates and schemas, read
 * from the jar.
 *
 * <p>Uses {@code source} and {@code schema}. Start reading at {@link org.hubfleet.shelf.Shelf}.
 */
package org.hubfleet.shelf;
