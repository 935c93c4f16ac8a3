package org.hubfleet.lower.derive.scheduling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory as JupyterHub reads it.
 *
 * <p>Source: {@code jupyterhub.traitlets.ByteSpecification}: a number is bytes; the units K, M, G
 * and T are powers of 1024, other than in Kubernetes; fractions of a byte are cut off.
 */
record MemorySize(BigInteger bytes) {
  private static final Pattern SHAPE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([KMGT]?)");
  private static final String UNITS = "KMGT";
  private static final List<String> BINARY = List.of("Ti", "Gi", "Mi", "Ki");
  private static final int BITS = 10;

  /** Reads what a trait such as {@code mem_limit} accepts; absent when it would refuse the text. */
  static Optional<MemorySize> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int power = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
    BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(BITS * power));
    BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(unit);
    return Optional.of(new MemorySize(bytes.setScale(0, RoundingMode.DOWN).toBigInteger()));
  }

  /**
   * The same amount as a Kubernetes quantity, such as {@code 1Gi}, in the largest unit that fits.
   */
  String quantity() {
    if (bytes.signum() == 0) {
      return "0";
    }
    for (int i = 0; i < BINARY.size(); i++) {
      int bits = BITS * (BINARY.size() - i);
      if (bytes.getLowestSetBit() >= bits) {
        return bytes.shiftRight(bits) + BINARY.get(i);
      }
    }
    return bytes.toString();
  }
}
