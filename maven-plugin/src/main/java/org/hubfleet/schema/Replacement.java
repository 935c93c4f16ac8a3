package org.hubfleet.schema;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import tools.jackson.databind.JsonNode;

/** What to write in place of a value that has the right meaning in the wrong spelling. */
final class Replacement {
  private static final Pattern AMOUNT =
      Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z]*)\\s*");

  private Replacement() {}

  /** The rule that a wrong value breaks, where the schema's unit makes it a known trap. */
  static Optional<String> rule(JsonNode schema, Node value) {
    return switch (schema.path("x-unit").stringValue("")) {
      case "bytes-binary" -> Optional.of("memory-unit");
      case "cores" -> Optional.of("cpu-unit");
      default ->
          value instanceof Scalar scalar
                  && !scalar.isNull()
                  && schema.path("x-arrives").stringValue("").equals("variable")
              ? Optional.of("unquoted-variable")
              : Optional.empty();
    };
  }

  /** The line to write instead; absent when that cannot be told. */
  static Optional<String> of(JsonNode schema, Node value) {
    if (!(value instanceof Scalar scalar)) {
      return Optional.empty();
    }
    return switch (schema.path("x-unit").stringValue("")) {
      case "bytes-binary" -> memory(scalar.text());
      case "cores" -> cores(scalar.text());
      default -> spelling(schema, scalar);
    };
  }

  private static Optional<String> memory(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return Optional.empty();
    }
    String unit = amount.group(2);
    if (unit.isEmpty()) {
      return Optional.of("write " + amount.group(1) + " without quotes for that many bytes");
    }
    String letter = unit.substring(0, 1).toUpperCase(Locale.ROOT);
    return "KMGT".contains(letter)
        ? Optional.of(
            "write "
                + amount.group(1)
                + letter
                + ": K, M, G and T count in 1024 here, as Ki, Mi, Gi and Ti do elsewhere")
        : Optional.empty();
  }

  private static Optional<String> cores(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(amount.group(1));
    return switch (amount.group(2)) {
      case "" -> Optional.of("write " + number.toPlainString() + " without quotes");
      case "m" ->
          Optional.of(
              "write "
                  + number.movePointLeft(3).stripTrailingZeros().toPlainString()
                  + ", a number of cores");
      default -> Optional.empty();
    };
  }

  private static Optional<String> spelling(JsonNode schema, Scalar scalar) {
    JsonNode types = schema.path("type");
    if (scalar.kind() == Scalar.Kind.STRING) {
      boolean number =
          (has(types, "number") || has(types, "integer")) && scalar.text().matches("-?[0-9]{1,18}");
      boolean bool = has(types, "boolean") && scalar.text().matches("true|false");
      return number || bool
          ? Optional.of("write " + scalar.text() + " without quotes")
          : Optional.empty();
    }
    boolean quotable = has(types, "string") && !scalar.isNull() && !isOfAnotherForm(schema, scalar);
    if (!quotable) {
      return Optional.empty();
    }
    return Optional.of(
        scalar.kind() == Scalar.Kind.DECIMAL
            ? "write it in quotes"
            : "write \"" + scalar.text() + "\", in quotes");
  }

  /** Whether a number or truth value would not fit as a text either. */
  static boolean isOfAnotherForm(JsonNode schema, Node value) {
    String form = schema.path("pattern").stringValue("");
    return value instanceof Scalar scalar
        && scalar.kind() != Scalar.Kind.STRING
        && !form.isEmpty()
        && !Pattern.compile(form).matcher(scalar.text()).find();
  }

  private static boolean has(JsonNode types, String type) {
    if (types.isArray()) {
      for (JsonNode known : types) {
        if (known.stringValue("").equals(type)) {
          return true;
        }
      }
      return false;
    }
    return types.stringValue("").equals(type);
  }
}
