package org.hubfleet.lower.derive.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses.
 *
 * @param text in CIDR notation, such as {@code 10.0.0.0/8} or {@code fc00::/7}
 * @param address the address before the slash, as a number
 * @param prefix length of the part that all its addresses share, in bits
 */
public record AddressRange(String text, BigInteger address, int prefix, boolean isIpv6) {
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;

  /** Reads a range, or a single address as the range of it alone; absent when the text is none. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean isIpv6 = address.indexOf(':') >= 0;
    int bits = isIpv6 ? IPV6_BITS : IPV4_BITS;
    Optional<BigInteger> number = isIpv6 ? ipv6(address) : ipv4(address);
    Optional<Integer> prefix =
        slash < 0 ? Optional.of(bits) : prefix(text.substring(slash + 1), bits);
    return number.flatMap(
        value ->
            prefix.map(length -> new AddressRange(address + "/" + length, value, length, isIpv6)));
  }

  /** One of ours; throws {@link IllegalArgumentException} when it is none. */
  public static AddressRange of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a range: " + text));
  }

  /** Whether all addresses of the other are addresses of this. */
  public boolean contains(AddressRange other) {
    int rest = (isIpv6 ? IPV6_BITS : IPV4_BITS) - prefix;
    return isIpv6 == other.isIpv6
        && prefix <= other.prefix
        && address.shiftRight(rest).equals(other.address.shiftRight(rest));
  }

  private static Optional<Integer> prefix(String text, int bits) {
    return number(text).filter(prefix -> prefix <= bits);
  }

  private static Optional<BigInteger> ipv4(String text) {
    long address = 0;
    int parts = 0;
    for (int start = 0; start <= text.length(); parts++) {
      int dot = text.indexOf('.', start);
      int end = dot < 0 ? text.length() : dot;
      Optional<Integer> part = number(text.substring(start, end));
      if (part.isEmpty() || part.get() > 255) {
        return Optional.empty();
      }
      address = address * 256 + part.get();
      start = end + 1;
    }
    return parts == 4 ? Optional.of(BigInteger.valueOf(address)) : Optional.empty();
  }

  /** One to three digits. */
  private static Optional<Integer> number(String text) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !text.isEmpty() && text.length() <= 3
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  /** A text with a colon is never looked up as a name: it is an address or nothing. */
  private static Optional<BigInteger> ipv6(String text) {
    if (!IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigInteger(1, InetAddress.getByName(text).getAddress()));
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }
}
