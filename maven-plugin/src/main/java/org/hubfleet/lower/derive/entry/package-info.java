/**
 * What the templates of Ingress, HTTPRoute and Certificate need beyond the plain values.
 *
 * <p>Start reading at {@link org.hubfleet.lower.derive.entry.Entries}.
 */
package org.hubfleet.lower.derive.entry;
