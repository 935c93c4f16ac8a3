/**
 * The images that people work in.
 *
 * <p>Start reading at {@link org.hubfleet.capability.environments.Environments}.
 */
package org.hubfleet.capability.environments;
