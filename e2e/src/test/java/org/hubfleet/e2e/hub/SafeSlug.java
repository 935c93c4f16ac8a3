package org.hubfleet.e2e.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** How KubeSpawner writes somebody's name into names of objects, by its documented rule. */
final class SafeSlug {
  private static final int LONGEST = 48;
  private static final int HASH = 8;

  private SafeSlug() {}

  static String of(String name) {
    boolean isSafe =
        name.matches("[a-z]([-a-z0-9]*[a-z0-9])?")
            && !name.contains("--")
            && name.length() <= LONGEST;
    return isSafe ? name : cut(name, LONGEST - HASH - 3) + "---" + hash(name);
  }

  private static String cut(String name, int length) {
    String text = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
    if (text.isEmpty()) {
      return "x";
    }
    String start = Character.isLetter(text.charAt(0)) ? text : "x-" + text;
    return start.substring(0, Math.min(length, start.length())).replaceAll("-+$", "");
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
