package org.hubfleet.model;

import java.util.regex.Pattern;

/** Tells addresses of repositories that hold what must not be written down. */
public final class SecretInAddress {
  /** Generous on purpose: passwords hold slashes, colons and more signs of that kind. */
  private static final Pattern SECRET =
      Pattern.compile(
          "https?://.*@.*|[A-Za-z+]+://[^/@]*:.*@.*|[^/@:]+:(?!//)[^/@]*@.*", Pattern.DOTALL);

  private SecretInAddress() {}

  /** Whether it names a user of an http server, who may be a token, or a password. */
  public static boolean isIn(String address) {
    return SECRET.matcher(address).matches();
  }
}
