/**
 * What a problem is: severity, rule, place, message, hint and related places; and how a result
 * carries problems.
 *
 * <p>Uses nothing. Start reading at {@link org.hubfleet.diagnostic.Diagnostic}.
 */
package org.hubfleet.diagnostic;
