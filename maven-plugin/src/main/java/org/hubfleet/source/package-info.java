/**
 * Text to located trees, and back to canonical text.
 *
 * <p>A located tree ({@link org.hubfleet.source.Node}) is what every pass works on: each value
 * knows the file, line and column it came from, the layer of that file, and what it overrode. Uses
 * {@code diagnostic}. Start reading at {@link org.hubfleet.source.Node}, then {@link
 * org.hubfleet.source.YamlReader}.
 */
package org.hubfleet.source;
