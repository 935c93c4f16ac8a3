package org.hubfleet.diagnostic;

import java.util.regex.Pattern;

/**
 * The stable name of a rule, {@code topic/mistake} in kebab case, such as {@code
 * fleet/duplicate-domain}.
 */
public record RuleName(String text) implements Comparable<RuleName> {
  private static final Pattern SHAPE =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*");

  public RuleName {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a rule name: " + text);
    }
  }

  /**
   * The rule of that name; throws {@link IllegalArgumentException} when the text has another shape.
   */
  public static RuleName of(String text) {
    return new RuleName(text);
  }

  @Override
  public int compareTo(RuleName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
