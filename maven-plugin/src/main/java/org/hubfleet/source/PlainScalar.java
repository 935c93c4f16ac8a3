package org.hubfleet.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an unquoted scalar means.
 *
 * <p>Source: YAML 1.2.2 section 10.3 (core schema), YAML 1.1 type repository (bool, int, float,
 * timestamp).
 */
final class PlainScalar {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+([eE][-+][0-9]+)?");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern UNDERSCORED = Pattern.compile("[-+]?[0-9][0-9_]*(\\.[0-9_]*)?");
  private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
  private static final Pattern DIGITS_AFTER_ZERO = Pattern.compile("[-+]?0[0-9]+");
  private static final Pattern PREFIXED =
      Pattern.compile("[-+]?0([xX][0-9a-fA-F_]+|[oO][0-7_]+|[bB][01_]+)");
  private static final Pattern SIXTIES =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
  private static final Pattern LONG_NUMBER = Pattern.compile("[-+.0-9][-+._:0-9a-fA-FxXoO]*");
  private static final Pattern LONG_TIMESTAMP = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern TIMESTAMP =
      Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*");
  private static final Set<String> TRUE_WORDS = Set.of("y", "yes", "on", "true");
  private static final Set<String> FALSE_WORDS = Set.of("n", "no", "off", "false");
  private static final int LONGEST_WORD = 5;
  private static final Set<String> NOT_FINITE = Set.of(".inf", "+.inf", "-.inf", ".nan");
  private static final Pattern HELM_WORD = Pattern.compile("[a-z]+|[A-Z]+|[A-Z][a-z]+");
  private static final int LONGEST_EXPONENT_FORM = 40;

  /**
   * No number of a fleet has more characters; keeps big integers and the patterns above, which
   * recurse for each {@code :}, from running long or deep.
   */
  private static final int LONGEST_NUMBER = 100;

  private PlainScalar() {}

  /** The value under YAML 1.2 where YAML 1.1 agrees; absent when the two read it differently. */
  static Optional<Scalar> strict(String text, Origin origin) {
    if (text.isEmpty() || text.equals("~") || text.equals("null")) {
      return Optional.of(Scalar.nothing(origin));
    }
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(new Scalar(Scalar.Kind.BOOLEAN, text, origin));
    }
    if (text.length() > LONGEST_NUMBER || startsLikeAWord(text)) {
      return isAmbiguous(text) ? Optional.empty() : Optional.of(Scalar.string(text, origin));
    }
    if (INTEGER.matcher(text).matches()) {
      return text.equals("-0")
          ? Optional.empty()
          : Optional.of(new Scalar(Scalar.Kind.INTEGER, text, origin));
    }
    if (DECIMAL.matcher(text).matches()
        && text.length() <= LONGEST_EXPONENT_FORM
        && exponentOf(text) <= LONGEST_NUMBER) {
      // One too long to write in full is left to isAmbiguous, which all numbers are.
      Scalar number = decimal(text, origin);
      if (isShort(number)) {
        return Optional.of(number);
      }
    }
    return isAmbiguous(text) ? Optional.empty() : Optional.of(Scalar.string(text, origin));
  }

  /** Whether some YAML reader takes the unquoted text for something else than a string. */
  static boolean isAmbiguous(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return LONG_NUMBER.matcher(text).matches() || LONG_TIMESTAMP.matcher(text).lookingAt();
    }
    if (startsLikeAWord(text)) {
      return isWord(text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return text.isEmpty()
        || text.equals("~")
        || text.equals("=")
        || text.equals("<<")
        || NOT_FINITE.contains(lower)
        || FLOAT.matcher(text).matches()
        || UNDERSCORED.matcher(text).matches()
        || PREFIXED.matcher(text).matches()
        || SIXTIES.matcher(text).matches()
        || DATE.matcher(text).matches()
        || TIMESTAMP.matcher(text).matches();
  }

  /** Whether the text is a word for true, false or null in some YAML reader. */
  static boolean isWord(String text) {
    if (text.length() > LONGEST_WORD) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("null") || TRUE_WORDS.contains(lower) || FALSE_WORDS.contains(lower);
  }

  /** Whether it starts as no number, date or sign does in any reader; most texts do. */
  private static boolean startsLikeAWord(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '/';
  }

  /** Whether the text is an integer without sign that every reader takes for the same. */
  static boolean isInteger(String text) {
    return INTEGER.matcher(text).matches() && !text.startsWith("-");
  }

  /** Whether the text is a calendar date, which YAML 1.1 turns into a timestamp. */
  static boolean isDate(String text) {
    return DATE.matcher(text).matches();
  }

  /** The value as Helm reads it; text that is no number, boolean or null is a string. */
  static Scalar helm(String text, Origin origin) {
    if (text.length() > LONGEST_NUMBER) {
      return Scalar.string(text, origin);
    }
    Scalar read = shortHelm(text, origin);
    return isShort(read) ? read : Scalar.string(text, origin);
  }

  /** Whether the value, written in full, is one that we would read again. */
  private static boolean isShort(Scalar value) {
    return value.text().length() <= LONGEST_NUMBER;
  }

  private static Scalar shortHelm(String text, Origin origin) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean word = HELM_WORD.matcher(text).matches();
    if (text.isEmpty() || text.equals("~") || (word && lower.equals("null"))) {
      return Scalar.nothing(origin);
    }
    if (word && TRUE_WORDS.contains(lower)) {
      return Scalar.bool(true, origin);
    }
    if (word && FALSE_WORDS.contains(lower)) {
      return Scalar.bool(false, origin);
    }
    if (OCTAL.matcher(text).matches() || PREFIXED.matcher(text).matches()) {
      return new Scalar(Scalar.Kind.INTEGER, based(text.replace("_", "")).toString(), origin);
    }
    String digits = text.replace("_", "");
    if (UNDERSCORED.matcher(text).matches()
        && !digits.contains(".")
        && !DIGITS_AFTER_ZERO.matcher(text).matches()) {
      return new Scalar(
          Scalar.Kind.INTEGER, new BigInteger(digits.replace("+", "")).toString(), origin);
    }
    if (FLOAT.matcher(text).matches() && exponentOf(text) <= 300) {
      return decimal(text, origin);
    }
    return Scalar.string(text, origin);
  }

  private static Scalar decimal(String text, Origin origin) {
    return Scalar.number(new BigDecimal(text), origin);
  }

  private static int exponentOf(String text) {
    int at = text.toLowerCase(Locale.ROOT).indexOf('e');
    String digits = at < 0 ? "" : text.substring(at + 1).replaceAll("[-+]", "");
    return digits.isEmpty()
        ? 0
        : digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static BigInteger based(String text) {
    boolean negative = text.startsWith("-");
    String rest = text.replaceAll("^[-+]", "").toLowerCase(Locale.ROOT);
    int radix = rest.startsWith("0x") ? 16 : rest.startsWith("0b") ? 2 : 8;
    String digits =
        rest.startsWith("0x") || rest.startsWith("0b") || rest.startsWith("0o")
            ? rest.substring(2)
            : rest;
    BigInteger value = new BigInteger(digits.isEmpty() ? "0" : digits, radix);
    return negative ? value.negate() : value;
  }

  /** The spelling that every reader takes for the value most likely meant, for a hint. */
  static String replacementFor(String text, Origin origin) {
    Scalar meant = helm(text, origin);
    String quoted = "\"" + text + "\"";
    if (meant.kind() == Scalar.Kind.STRING || SIXTIES.matcher(text).matches()) {
      return "write " + quoted;
    }
    return "write " + quoted + " for the text or " + meant.text() + " for the " + meant.kindWord();
  }
}
