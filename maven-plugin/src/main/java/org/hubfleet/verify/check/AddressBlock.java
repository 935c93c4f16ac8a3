package org.hubfleet.verify.check;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses such as {@code 10.0.0.0/8}.
 *
 * @param first address, as a number
 * @param bits of the address that are fixed
 * @param width 32 or 128
 */
record AddressBlock(BigInteger first, int bits, int width) {
  /** Only literal addresses: nothing here may be looked up. */
  private static final Pattern SHAPE =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:]*)/([0-9]{1,3})");

  /** The range that a text names; absent when it names none. */
  static Optional<AddressBlock> of(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      byte[] address = InetAddress.getByName(parts.group(1)).getAddress();
      int width = address.length * Byte.SIZE;
      int bits = Integer.parseInt(parts.group(2));
      BigInteger number = new BigInteger(1, address);
      return bits > width
          ? Optional.empty()
          : Optional.of(new AddressBlock(masked(number, bits, width), bits, width));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  private static BigInteger masked(BigInteger number, int bits, int width) {
    return number.shiftRight(width - bits).shiftLeft(width - bits);
  }

  /** Whether the other range is a part of this one and not all of it. */
  boolean strictlyHolds(AddressBlock other) {
    return width == other.width
        && bits < other.bits
        && masked(other.first, bits, width).equals(first);
  }
}
