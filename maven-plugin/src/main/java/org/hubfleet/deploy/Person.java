package org.hubfleet.deploy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who a commit says made it, such as {@code Mira <mira@example.org>}. */
public record Person(String name, String email) {
  private static final Pattern SHAPE = Pattern.compile("([^<>\\n]+?)\\s*<([^<>\\s]*)>");

  /** Reads {@code name <email>}; absent for anything else. */
  public static Optional<Person> parse(String text) {
    Matcher matcher = SHAPE.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new Person(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }
}
