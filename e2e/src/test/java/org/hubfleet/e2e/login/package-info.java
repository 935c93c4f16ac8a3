/**
 * An identity provider of the suite's own, in the shapes that authenticators speak to: OpenID
 * Connect, GitHub, LTI 1.3.
 *
 * <p>Start reading at {@link org.hubfleet.e2e.login.IdentityProvider}.
 */
package org.hubfleet.e2e.login;
