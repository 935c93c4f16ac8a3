package org.hubfleet.model.time;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time such as {@code 90m}, {@code 12h} or {@code 7d}.
 *
 * @param seconds more than none
 */
public record Span(long seconds) implements Comparable<Span> {
  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,5})([smhd])");
  private static final Map<String, Long> UNITS = Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86400L);

  /** Reads a number with one of the units s, m, h and d. */
  public static Optional<Span> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(new Span(Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2))))
        : Optional.empty();
  }

  /** In the largest unit of which it is a whole number. */
  public String text() {
    for (String unit : new String[] {"d", "h", "m"}) {
      if (seconds % UNITS.get(unit) == 0) {
        return seconds / UNITS.get(unit) + unit;
      }
    }
    return seconds + "s";
  }

  /** Days that it touches. */
  public long days() {
    return -Math.floorDiv(-seconds, UNITS.get("d"));
  }

  @Override
  public int compareTo(Span other) {
    return Long.compare(seconds, other.seconds);
  }
}
