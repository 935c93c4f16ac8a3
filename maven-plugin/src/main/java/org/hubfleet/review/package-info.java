/**
 * What a difference means for people: the guards that stop a deployment which could lose what they
 * made.
 *
 * <p>Uses {@code compare}, {@code lower} and below. Start reading at {@link
 * org.hubfleet.review.Guards}.
 */
package org.hubfleet.review;
