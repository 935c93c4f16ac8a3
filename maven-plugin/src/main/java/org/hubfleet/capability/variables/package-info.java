/**
 * Environment variables of every server.
 *
 * <p>Start reading at {@link org.hubfleet.capability.variables.Variables}.
 */
package org.hubfleet.capability.variables;
