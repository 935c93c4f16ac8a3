package org.hubfleet.schema.fit;

import java.math.BigDecimal;
import java.util.List;
import org.hubfleet.schema.NumberOrder;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Scalar;
import tools.jackson.databind.JsonNode;

/** Keywords about numbers; other values fit. */
final class Numbers {
  private Numbers() {}

  static Rule bound(String keyword, BigDecimal limit) {
    return value -> {
      if (!(value instanceof Scalar scalar) || !scalar.isNumber()) {
        return Verdict.FITS;
      }
      int side = scalar.number().compareTo(limit);
      return Verdict.of(
          switch (keyword) {
            case "minimum" -> side >= 0;
            case "maximum" -> side <= 0;
            case "exclusiveMinimum" -> side > 0;
            case "exclusiveMaximum" -> side < 0;
            default -> throw new AssertionError(keyword);
          });
    };
  }

  /** Numbers of two fields stand in an order. */
  static Rule ordered(JsonNode schema) {
    List<NumberOrder> orders = NumberOrder.of(schema);
    return value ->
        !(value instanceof Mapping map) || orders.stream().allMatch(order -> order.holds(map))
            ? Verdict.FITS
            : Verdict.UNSURE;
  }
}
