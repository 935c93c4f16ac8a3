/**
 * The first file of a hub, with comments that teach.
 *
 * <p>Start reading at {@link org.hubfleet.author.first.FirstHub}.
 */
package org.hubfleet.author.first;
