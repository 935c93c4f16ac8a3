/**
 * How far the pods of a hub go beyond what a guarded namespace accepts.
 *
 * <p>Start reading at {@link org.hubfleet.lower.derive.security.PodSecurity}.
 */
package org.hubfleet.lower.derive.security;
