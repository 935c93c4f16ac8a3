/**
 * What the accounts of a hub may do, asked of a real API server verb by verb.
 *
 * <p>Start reading at {@code AccessIT}.
 */
package org.hubfleet.e2e.api.access;
