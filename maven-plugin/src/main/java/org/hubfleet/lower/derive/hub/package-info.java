/**
 * What the hub is told and what its pod is made of: traits, run-time facts, snippets, volumes,
 * variables, and the tokens drawn for it.
 *
 * <p>Start reading at {@link org.hubfleet.lower.derive.hub.Traits} and {@link
 * org.hubfleet.lower.derive.hub.HubPod}.
 */
package org.hubfleet.lower.derive.hub;
