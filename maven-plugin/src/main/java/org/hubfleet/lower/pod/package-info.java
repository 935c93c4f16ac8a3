/**
 * Pieces of pods that several derivations need: variables, files, and what comes from Secrets.
 *
 * <p>Start reading at {@link org.hubfleet.lower.pod.SecretLines}, which the others read.
 */
package org.hubfleet.lower.pod;
