package org.hubfleet.schema.fit;

import java.util.HashSet;
import java.util.Set;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import tools.jackson.databind.JsonNode;

/** The keywords {@code enum} and {@code const}. */
final class Words implements Rule {
  private final Set<String> texts = new HashSet<>();
  private final Set<String> integers = new HashSet<>();
  private final Set<String> literals = new HashSet<>();
  private boolean others;

  private Words() {}

  static Rule of(Iterable<JsonNode> values) {
    Words words = new Words();
    values.forEach(words::add);
    return words;
  }

  private void add(JsonNode value) {
    if (value.isString()) {
      texts.add(value.stringValue());
    } else if (value.isIntegralNumber()) {
      integers.add(value.bigIntegerValue().toString());
    } else if (value.isBoolean()) {
      literals.add(Boolean.toString(value.booleanValue()));
    } else if (value.isNull()) {
      literals.add("null");
    } else {
      others = true;
    }
  }

  @Override
  public Verdict judge(Node value) {
    if (!(value instanceof Scalar scalar)) {
      return others ? Verdict.UNSURE : Verdict.FAILS;
    }
    return switch (scalar.kind()) {
      case STRING -> Verdict.of(texts.contains(scalar.text()));
      case BOOLEAN, NULL -> Verdict.of(literals.contains(scalar.text()));
      case INTEGER, DECIMAL -> number(scalar);
    };
  }

  /** Numbers of another spelling may be equal. */
  private Verdict number(Scalar number) {
    if (number.kind() == Scalar.Kind.INTEGER && integers.contains(number.text())) {
      return Verdict.FITS;
    }
    return integers.isEmpty() && !others ? Verdict.FAILS : Verdict.UNSURE;
  }
}
