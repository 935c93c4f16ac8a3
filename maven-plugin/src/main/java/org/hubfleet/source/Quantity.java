package org.hubfleet.source;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Amounts as Kubernetes and as KubeSpawner read them, in base units (bytes, cores).
 *
 * <p>Source: {@code resource.ParseQuantity} of Kubernetes 1.34; {@code ByteSpecification} of
 * JupyterHub 5.5, where {@code 1G} is 1024 times 1024 times 1024 bytes.
 */
public final class Quantity {
  private static final Pattern KUBERNETES =
      Pattern.compile("([+-]?[0-9.]{1,40})([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,3})?");
  private static final Pattern SPAWNER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([KMGT])");
  private static final Map<String, Integer> THOUSANDS =
      Map.of("n", -3, "u", -2, "m", -1, "k", 1, "M", 2, "G", 3, "T", 4, "P", 5, "E", 6);
  private static final String BINARY = "KMGTPE";

  private Quantity() {}

  /** A Kubernetes quantity; absent when the value is none. */
  public static Optional<BigDecimal> kubernetes(Node value) {
    Matcher parts = KUBERNETES.matcher(value.scalar().map(Scalar::text).orElse(""));
    return parts.matches()
        ? number(parts.group(1))
            .map(number -> scaled(number, parts.group(2) == null ? "" : parts.group(2)))
        : Optional.empty();
  }

  private static BigDecimal scaled(BigDecimal number, String suffix) {
    if (suffix.length() == 2 && suffix.endsWith("i")) {
      return number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix.charAt(0)) + 1));
    }
    if (THOUSANDS.containsKey(suffix)) {
      return number.scaleByPowerOfTen(3 * THOUSANDS.get(suffix));
    }
    return suffix.isEmpty()
        ? number
        : number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1).replace("+", "")));
  }

  /** An amount of memory or CPU of KubeSpawner; absent when the value is none. */
  public static Optional<BigDecimal> spawner(Node value) {
    String text = value.scalar().map(Scalar::text).orElse("");
    Matcher parts = SPAWNER.matcher(text);
    return parts.matches()
        ? number(parts.group(1))
            .map(n -> n.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(parts.group(2)) + 1)))
        : number(text);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
