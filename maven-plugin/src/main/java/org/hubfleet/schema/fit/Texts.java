package org.hubfleet.schema.fit;

import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.hubfleet.schema.WholeBase64;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** Keywords about strings; other values fit. */
final class Texts {
  private static final Rule UNKNOWN = value -> isText(value) ? Verdict.UNSURE : Verdict.FITS;
  private static final Rule NO_DATE = rule(text -> !isDate(text));

  /** The library does not know of padding: what is not whole may still fit. */
  static final Rule BASE64 =
      value ->
          !isText(value) || WholeBase64.isIn(((Scalar) value).text())
              ? Verdict.FITS
              : Verdict.UNSURE;

  private Texts() {}

  private static boolean isText(Node value) {
    return value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING;
  }

  /** Patterns are read as the schema library reads them. */
  static Rule pattern(String pattern) {
    RegularExpression expression =
        JDKRegularExpressionFactory.getInstance().getRegularExpression(pattern);
    return rule(new Remembered(expression::matches, ConcurrentHashMap.newKeySet()));
  }

  /**
   * A condition that is not tested again for texts that met it: labels and names recur in all
   * objects of all hubs, and patterns are slow.
   */
  private record Remembered(Predicate<String> condition, Set<String> met)
      implements Predicate<String> {
    private static final int MOST = 200;

    @Override
    public boolean test(String text) {
      if (met.contains(text)) {
        return true;
      }
      boolean meets = condition.test(text);
      if (meets && met.size() < MOST) {
        met.add(text);
      }
      return meets;
    }
  }

  /** Certain of good dates only. */
  static Rule format(String format) {
    return format.equals("date") ? Rule.either(NO_DATE, UNKNOWN, Rule.ANYTHING) : UNKNOWN;
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text) instanceof LocalDate;
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  static Rule length(String keyword, int limit) {
    return keyword.equals("minLength")
        ? rule(text -> length(text) >= limit)
        : rule(text -> length(text) <= limit);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Rule rule(Predicate<String> condition) {
    return value -> Verdict.of(!isText(value) || condition.test(((Scalar) value).text()));
  }
}
