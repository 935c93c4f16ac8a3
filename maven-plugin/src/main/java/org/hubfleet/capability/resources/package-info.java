/**
 * What the hub itself takes of its nodes.
 *
 * <p>Start reading at {@link org.hubfleet.capability.resources.Resources}.
 */
package org.hubfleet.capability.resources;
