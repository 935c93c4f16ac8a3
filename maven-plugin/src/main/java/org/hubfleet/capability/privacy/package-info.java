/**
 * What a hub keeps of who its people are.
 *
 * <p>Start reading at {@link org.hubfleet.capability.privacy.Privacy}.
 */
package org.hubfleet.capability.privacy;
