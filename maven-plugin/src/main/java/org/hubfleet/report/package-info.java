/**
 * Diagnostics for people and machines.
 *
 * <p>Uses {@code diagnostic}. Start reading at {@link org.hubfleet.report.TextReport}.
 */
package org.hubfleet.report;
