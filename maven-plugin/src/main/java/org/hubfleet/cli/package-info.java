/**
 * A thin shell for hooks and editors: {@code java -jar hubs-maven-plugin-<version>-cli.jar}.
 *
 * <p>Uses {@code goal} and below. Start reading at {@link org.hubfleet.cli.Main}.
 */
package org.hubfleet.cli;
