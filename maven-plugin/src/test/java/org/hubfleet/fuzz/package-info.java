/**
 * Inputs made by a machine: no exception ever reaches a user, and what is compiled fits.
 *
 * <p>Without more the checked-in inputs are replayed. To fuzz one test for real, from the folder of
 * the plugin: {@code JAZZER_FUZZ=1
 * JAZZER_INSTRUMENTATION_INCLUDES='org.hubfleet.**:org.snakeyaml.**' mvn verify -Dsurefire.skip
 * -Dit.test=ReaderFuzzIT}. An input that breaks something lands in the folder of the module; move
 * it to {@code src/test/resources/org/hubfleet/fuzz/<class>Inputs}.
 */
package org.hubfleet.fuzz;
