package org.hubfleet.schema;

import java.util.Base64;

/** Bytes as the Kubernetes API reads them: base64 with its padding; line breaks do not count. */
public final class WholeBase64 {
  private static final int GROUP = 4;

  private WholeBase64() {}

  /** Whether the text is such bytes. */
  public static boolean isIn(String text) {
    String joined = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : unbroken(text);
    try {
      Base64.getDecoder().decode(joined);
      return joined.length() % GROUP == 0;
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }

  private static String unbroken(String text) {
    return text.replace("\n", "").replace("\r", "");
  }
}
