package org.hubfleet.flux;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.model.SecretInAddress;

/** The address of a git repository as people write it. */
record GitAddress(String text) {
  private static final Pattern SHORT = Pattern.compile("([\\w.-]+@[\\w.-]+):(?!//)/?(.+)");
  private static final Pattern FETCHED = Pattern.compile("(https?|ssh)://.+");

  /**
   * The address as Flux wants it, which knows no {@code git@host:path}; absent for what it cannot
   * fetch from, such as a folder.
   */
  Optional<String> forFlux() {
    Matcher brief = SHORT.matcher(text);
    String url = brief.matches() ? "ssh://" + brief.group(1) + "/" + brief.group(2) : text;
    return FETCHED.matcher(url).matches() ? Optional.of(url) : Optional.empty();
  }

  /** Whether it holds a password or a token. */
  boolean holdsCredentials() {
    return SecretInAddress.isIn(text);
  }
}
