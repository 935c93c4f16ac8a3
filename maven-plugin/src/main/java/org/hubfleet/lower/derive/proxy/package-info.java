/**
 * What the proxy's templates need beyond the plain values: how HTTPS ends, arguments, traefik's
 * settings.
 *
 * <p>Start reading at {@link org.hubfleet.lower.derive.proxy.HttpsMode}.
 */
package org.hubfleet.lower.derive.proxy;
