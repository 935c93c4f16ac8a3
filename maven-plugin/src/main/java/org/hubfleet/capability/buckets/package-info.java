/**
 * Buckets: variables, identity of servers, and what whoever makes the buckets has to know.
 *
 * <p>Start reading at {@link org.hubfleet.capability.buckets.Buckets}.
 */
package org.hubfleet.capability.buckets;
