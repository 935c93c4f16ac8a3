/**
 * Repositories that people find in their homes.
 *
 * <p>Start reading at {@link org.hubfleet.capability.content.Repositories}.
 */
package org.hubfleet.capability.content;
