package org.hubfleet.source;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A single value.
 *
 * @param text the value in canonical form: the text of a string, decimal digits of a number, {@code
 *     true}, {@code false} or {@code null}
 */
public record Scalar(Kind kind, String text, Origin origin) implements Node {
  /** The five kinds that JSON and YAML's core schema share. */
  public enum Kind {
    STRING,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL
  }

  /** A string. */
  public static Scalar string(String text, Origin origin) {
    return new Scalar(Kind.STRING, text, origin);
  }

  /** An integer. */
  public static Scalar integer(long value, Origin origin) {
    return new Scalar(Kind.INTEGER, Long.toString(value), origin);
  }

  /** A number, an integer when it has no fraction. */
  public static Scalar number(BigDecimal value, Origin origin) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() <= 0
        ? new Scalar(Kind.INTEGER, plain.toPlainString(), origin)
        : new Scalar(Kind.DECIMAL, plain.toPlainString(), origin);
  }

  /** A boolean. */
  public static Scalar bool(boolean value, Origin origin) {
    return new Scalar(Kind.BOOLEAN, Boolean.toString(value), origin);
  }

  /** The null value. */
  public static Scalar nothing(Origin origin) {
    return new Scalar(Kind.NULL, "null", origin);
  }

  /** Whether this is a number. */
  public boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.DECIMAL;
  }

  /** The number this is; throws {@link NumberFormatException} when it is none. */
  public BigDecimal number() {
    return new BigDecimal(text);
  }

  @Override
  public Scalar from(Origin other) {
    return new Scalar(kind, text, other);
  }

  @Override
  public String kindWord() {
    return kind == Kind.DECIMAL ? "number" : kind.name().toLowerCase(Locale.ROOT);
  }
}
