package org.hubfleet.lower.derive.entry;

import org.hubfleet.lower.Values;

/** The path below which a hub answers. */
final class BasePath {
  private BasePath() {}

  /** Without a slash at the end, so empty for a hub that answers everywhere. */
  static String of(Values values) {
    String text = values.string("hub.baseUrl").orElse("/");
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }
}
