/**
 * What must hold between the objects of one hub, one file a mistake.
 *
 * <p>Uses {@code verify.object} and below. Start reading at {@link
 * org.hubfleet.verify.check.ManifestCheck}, then {@link org.hubfleet.verify.check.Pod}.
 */
package org.hubfleet.verify.check;
