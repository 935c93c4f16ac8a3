/**
 * The people of a hub, as far as several capabilities have to know them.
 *
 * <p>Start reading at {@link org.hubfleet.model.people.Groups}.
 */
package org.hubfleet.model.people;
