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
    MessageDigest digest = digest();
    digest.update(JsonWriter.write(node).getBytes(StandardCharsets.UTF_8));
    return text(digest);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
