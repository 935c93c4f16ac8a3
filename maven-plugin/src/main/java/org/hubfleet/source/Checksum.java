package org.hubfleet.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a tree's canonical JSON.
 *
 * <p>Origins do not count; the order of keys does, because it can mean something, as that of a
 * profile's choices.
 */
public final class Checksum {
  private Checksum() {}

  /** 64 hexadecimal digits. */
  public static String of(Node node) {
    try {
      byte[] text = JsonWriter.write(node).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
