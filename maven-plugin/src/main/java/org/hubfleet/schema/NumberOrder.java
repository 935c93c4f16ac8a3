package org.hubfleet.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Scalar;
import tools.jackson.databind.JsonNode;

/**
 * Two fields of a map whose numbers stand in an order: one entry of {@code x-order}, {@code [low,
 * "<" or "<=", high]}.
 *
 * @param lowest what an absent low counts as
 * @param highest what an absent high counts as
 */
public record NumberOrder(
    String low,
    boolean mayBeEqual,
    String high,
    Optional<BigDecimal> lowest,
    Optional<BigDecimal> highest) {
  private static final String KEYWORD = "x-order";

  /** The orders that a schema asks for. */
  public static List<NumberOrder> of(JsonNode schema) {
    List<NumberOrder> orders = new ArrayList<>();
    for (JsonNode entry : schema.path(KEYWORD)) {
      String low = entry.path(0).stringValue();
      String high = entry.path(2).stringValue();
      boolean mayBeEqual = entry.path(1).stringValue().equals("<=");
      orders.add(
          new NumberOrder(low, mayBeEqual, high, standard(schema, low), standard(schema, high)));
    }
    return orders;
  }

  private static Optional<BigDecimal> standard(JsonNode schema, String field) {
    JsonNode value = schema.path("properties").path(field).path("default");
    return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
  }

  /** Whether the map keeps it; one without the two numbers does. */
  public boolean holds(Mapping map) {
    Optional<BigDecimal> less = number(map, low, lowest);
    Optional<BigDecimal> more = number(map, high, highest);
    if (less.isEmpty() || more.isEmpty()) {
      return true;
    }
    int compared = less.get().compareTo(more.get());
    return compared < 0 || (compared == 0 && mayBeEqual);
  }

  private static Optional<BigDecimal> number(
      Mapping map, String field, Optional<BigDecimal> absent) {
    return map.get(field).isEmpty()
        ? absent
        : map.get(field)
            .flatMap(node -> node.scalar())
            .filter(Scalar::isNumber)
            .map(Scalar::number);
  }
}
