package org.hubfleet.schema;

import java.util.List;
import org.hubfleet.source.ValuePath;
import tools.jackson.databind.JsonNode;

/**
 * One way in which a tree does not fit its schema.
 *
 * @param path of the value that is wrong; for {@code additionalProperties} of the map that has the
 *     key too many
 * @param keyword of JSON Schema, such as {@code type}
 * @param property the key in question for {@code additionalProperties}, {@code required} and {@code
 *     dependentRequired}, else empty
 * @param rule what the keyword asked for
 * @param within the schema that the keyword stands in
 * @param evaluation the keywords passed on the way, to tell the branch of a choice
 */
public record Violation(
    ValuePath path,
    String keyword,
    String property,
    JsonNode rule,
    JsonNode within,
    List<String> evaluation) {}
