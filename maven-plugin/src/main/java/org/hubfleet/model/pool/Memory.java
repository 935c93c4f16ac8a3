package org.hubfleet.model.pool;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory. There is one unit in the language of hubs: K, M, G and T count in 1024, with
 * or without an {@code i} and a {@code B} behind; a bare number is bytes.
 */
public record Memory(long bytes) implements Comparable<Memory> {
  private static final Pattern SHAPE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([KMGT]?)i?B?");
  private static final Map<String, Long> UNITS =
      Map.of("", 1L, "K", 1L << 10, "M", 1L << 20, "G", 1L << 30, "T", 1L << 40);
  private static final long WHOLE_FROM = 10;

  /** One mebibyte. */
  public static final Memory MEBIBYTE = new Memory(1L << 20);

  /** None at all. */
  public static final Memory NONE = new Memory(0);

  /** Reads an amount such as {@code 28Gi}, {@code 7.5G} or {@code 1073741824}. */
  public static Optional<Memory> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal bytes =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(UNITS.get(matcher.group(2))));
    return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Optional.empty()
        : Optional.of(new Memory(bytes.longValue()));
  }

  /** This and more. */
  public Memory plus(Memory other) {
    return new Memory(bytes + other.bytes);
  }

  /** This less another, at least nothing. */
  public Memory less(Memory other) {
    return new Memory(Math.max(0, bytes - other.bytes));
  }

  /** A part of this, rounded down to whole mebibytes. */
  public Memory part(BigDecimal share) {
    return new Memory(BigDecimal.valueOf(bytes).multiply(share).longValue()).wholeMebibytes();
  }

  /** An equal part of this, rounded down to whole mebibytes. */
  public Memory over(int parts) {
    return new Memory(bytes / parts).wholeMebibytes();
  }

  /** The same, rounded down to whole mebibytes. */
  public Memory wholeMebibytes() {
    return new Memory(bytes - bytes % MEBIBYTE.bytes);
  }

  /** As people say it: {@code 29 GB}, {@code 3.6 GB}, {@code 512 MB}; half is rounded up. */
  public String label() {
    long gibibyte = UNITS.get("G");
    String unit = bytes >= gibibyte ? "GB" : "MB";
    BigDecimal number =
        BigDecimal.valueOf(bytes)
            .divide(
                BigDecimal.valueOf(bytes >= gibibyte ? gibibyte : MEBIBYTE.bytes),
                6,
                RoundingMode.HALF_UP);
    boolean fine = unit.equals("GB") && number.compareTo(BigDecimal.valueOf(WHOLE_FROM)) < 0;
    BigDecimal rounded = number.setScale(fine ? 1 : 0, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString() + " " + unit;
  }

  /**
   * To the byte and as people write it: {@code 1,288,490,188 bytes (1.2 Gi)}; below a mebibyte the
   * bytes alone.
   */
  public String exact() {
    String exactly = String.format(Locale.ROOT, "%,d bytes", bytes);
    if (bytes < MEBIBYTE.bytes) {
      return exactly;
    }
    boolean large = bytes >= UNITS.get("G");
    BigDecimal unit = BigDecimal.valueOf(UNITS.get(large ? "G" : "M"));
    BigDecimal rounded = BigDecimal.valueOf(bytes).divide(unit, 1, RoundingMode.HALF_UP);
    String number = rounded.stripTrailingZeros().toPlainString();
    return exactly + " (" + number + (large ? " Gi)" : " Mi)");
  }

  /** As a Kubernetes quantity: whole gibibytes or mebibytes where it is, else bytes. */
  public String quantity() {
    for (String unit : List.of("G", "M")) {
      if (bytes > 0 && bytes % UNITS.get(unit) == 0) {
        return bytes / UNITS.get(unit) + unit + "i";
      }
    }
    return Long.toString(bytes);
  }

  @Override
  public int compareTo(Memory other) {
    return Long.compare(bytes, other.bytes);
  }
}
