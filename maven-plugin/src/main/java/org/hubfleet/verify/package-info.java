/**
 * Manifests a cluster would accept: Kubernetes and custom resource schemas, then checks across
 * objects and hubs.
 *
 * <p>Uses {@code render}, {@code schema} and below. Start reading at {@link
 * org.hubfleet.verify.Verifier}.
 */
package org.hubfleet.verify;
