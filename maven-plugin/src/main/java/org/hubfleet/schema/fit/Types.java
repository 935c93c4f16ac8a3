package org.hubfleet.schema.fit;

import java.util.HashSet;
import java.util.Set;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import tools.jackson.databind.JsonNode;

/** The keyword {@code type}. */
final class Types {
  private Types() {}

  static Rule of(JsonNode types) {
    Set<String> words = new HashSet<>();
    if (types.isArray()) {
      types.forEach(type -> words.add(type.stringValue("")));
    } else {
      words.add(types.stringValue(""));
    }
    Verdict map = Verdict.of(words.contains("object"));
    Verdict list = Verdict.of(words.contains("array"));
    Verdict[] scalars = new Verdict[Scalar.Kind.values().length];
    for (Scalar.Kind kind : Scalar.Kind.values()) {
      scalars[kind.ordinal()] = scalar(kind, words);
    }
    return value -> judge(value, map, list, scalars);
  }

  private static Verdict judge(Node value, Verdict map, Verdict list, Verdict[] scalars) {
    if (value instanceof Scalar scalar) {
      return scalars[scalar.kind().ordinal()];
    }
    return value instanceof Mapping ? map : list;
  }

  private static Verdict scalar(Scalar.Kind kind, Set<String> words) {
    boolean number = words.contains("number");
    return switch (kind) {
      case STRING -> Verdict.of(words.contains("string"));
      case BOOLEAN -> Verdict.of(words.contains("boolean"));
      case NULL -> Verdict.of(words.contains("null"));
      case INTEGER -> Verdict.of(number || words.contains("integer"));
      // 1.0 is an integer to JSON Schema.
      case DECIMAL -> words.contains("integer") && !number ? Verdict.UNSURE : Verdict.of(number);
    };
  }
}
