package org.hubfleet.verify.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container image, {@code [registry/]path[:tag][@digest]}.
 *
 * <p>Source: the reference grammar of the OCI distribution specification 1.1.
 *
 * @param tag absent when there is none
 * @param digest absent when there is none
 */
record ImageReference(String name, Optional<String> tag, Optional<String> digest) {
  private static final int LONGEST_NAME = 255;
  private static final Pattern SHAPE =
      Pattern.compile(
          "((?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}(?::[0-9]{1,5})?/|\\[[0-9a-fA-F:]{2,45}](?::[0-9]{1,5})?/)?"
              + "[a-z0-9._/-]{1,255})"
              + "(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
              + "(?:@([a-z0-9+.-]{1,30}:[a-fA-F0-9]{32,128}))?");
  private static final Pattern COMPONENT =
      Pattern.compile("[a-z0-9]++(?:(?:\\.|_|__|-++)[a-z0-9]++)*+");
  private static final Set<String> FLOATING =
      Set.of(
          "latest",
          "main",
          "master",
          "head",
          "trunk",
          "dev",
          "devel",
          "develop",
          "development",
          "edge",
          "nightly",
          "stable",
          "current",
          "testing",
          "staging",
          "prod",
          "production");

  /** Reads a reference; absent when the text is none. */
  static Optional<ImageReference> parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches() || parts.group(1).length() > LONGEST_NAME || !path(parts.group(1))) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageReference(
            parts.group(1),
            Optional.ofNullable(parts.group(2)),
            Optional.ofNullable(parts.group(3))));
  }

  /** Whether each step of a name has the right form; a first step with a dot or port is a host. */
  private static boolean path(String name) {
    String[] steps = name.split("/", -1);
    for (int i = 0; i < steps.length; i++) {
      boolean host =
          i == 0
              && steps.length > 1
              && (steps[0].contains(".") || steps[0].contains(":") || steps[0].equals("localhost"));
      if (!host && !COMPONENT.matcher(steps[i]).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the same reference may be another image tomorrow: no digest, no tag that stays. */
  boolean isFloating() {
    return digest.isEmpty()
        && tag.map(text -> FLOATING.contains(text.toLowerCase(Locale.ROOT))).orElse(true);
  }
}
