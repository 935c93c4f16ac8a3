/**
 * What hubs does for people: the goals, their parameters and how a run reports and ends. Both
 * shells, {@code maven} and {@code cli}, only carry parameters in and lines out.
 *
 * <p>Uses everything below the shells. Start reading at {@link org.hubfleet.goal.Goals}, then
 * {@link org.hubfleet.goal.CompileGoal}.
 */
package org.hubfleet.goal;
