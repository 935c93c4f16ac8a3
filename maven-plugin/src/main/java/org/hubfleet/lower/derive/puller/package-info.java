/**
 * What the image pullers need beyond the plain values.
 *
 * <p>Start reading at {@link org.hubfleet.lower.derive.puller.Puller}.
 */
package org.hubfleet.lower.derive.puller;
