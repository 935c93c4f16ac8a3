package org.hubfleet.verify.object;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.NumberOrder;
import org.hubfleet.schema.Shape;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/**
 * Two numbers of one object stand in the order that the API server wants, which is {@code x-order}
 * of the schemas.
 */
final class NumbersOutOfOrder {
  private static final RuleName RULE = RuleName.of("object/out-of-order");

  private NumbersOutOfOrder() {}

  static List<Diagnostic> inspect(Shape shape, Home home, Manifest manifest) {
    List<Diagnostic> found = new ArrayList<>();
    SchemaTour.of(
        shape,
        manifest.object(),
        (schema, node, path) -> {
          for (NumberOrder order : NumberOrder.of(schema)) {
            if (node instanceof Mapping map && !order.holds(map)) {
              found.add(refusal(home, manifest, map, path, order));
            }
          }
        });
    return found;
  }

  private static Diagnostic refusal(
      Home home, Manifest manifest, Mapping map, ValuePath path, NumberOrder order) {
    Node at = map.get(order.low()).or(() -> map.get(order.high())).orElse(map);
    return Complaint.error(
        home,
        at.origin(),
        RULE,
        manifest.id()
            + ": "
            + order.low()
            + (order.mayBeEqual() ? " may not be above " : " has to be below ")
            + order.high()
            + " in "
            + path);
  }
}
