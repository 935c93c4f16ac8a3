/**
 * Registries that ask who fetches images.
 *
 * <p>Start reading at {@link org.hubfleet.capability.registry.Registry}.
 */
package org.hubfleet.capability.registry;
