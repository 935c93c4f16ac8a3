package org.hubfleet.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What many maps begin with, such as the files that all hubs have: their {@link Checksum} is worked
 * out from where it stands after that beginning. Safe for threads.
 */
public final class CommonBeginning {
  private static final String OPEN = "{\n";
  private static final String CLOSE = "\n}\n";

  private final MessageDigest begun;

  /**
   * @param beginning not empty
   */
  public CommonBeginning(Mapping beginning) {
    String text = JsonWriter.write(beginning);
    begun = Checksum.digest();
    update(begun, text.substring(0, text.length() - CLOSE.length()) + ",\n");
  }

  /**
   * The checksum of the map that has the entries of the beginning, then those of the rest.
   *
   * @param rest not empty, and without a key of the beginning
   */
  public String checksum(Mapping rest) {
    MessageDigest digest = copy();
    update(digest, JsonWriter.write(rest).substring(OPEN.length()));
    return Checksum.text(digest);
  }

  private MessageDigest copy() {
    try {
      return (MessageDigest) begun.clone();
    } catch (CloneNotSupportedException cannot) {
      throw new IllegalStateException(cannot);
    }
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
