package org.hubfleet.deploy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hubfleet.model.SecretInAddress;

/**
 * Where a repository is: a folder, or a server that speaks https or ssh.
 *
 * @param text as people may read it; never holds a password
 * @param folder present for a repository on this machine
 */
public record Address(String text, Optional<Path> folder) {
  private static final Pattern SERVER = Pattern.compile("(https?|ssh|git\\+ssh)://.+");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
  private static final Pattern SCP =
      Pattern.compile("(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9.-]{2,}:(?!/{2}).+");

  /**
   * Reads an address; absent when it is none that can be deployed to, or one that holds a secret.
   *
   * @param root what a relative folder is relative to
   */
  static Optional<Address> parse(String text, Path root) {
    if (SecretInAddress.isIn(text) || text.isBlank()) {
      return Optional.empty();
    }
    if (text.startsWith("file://")) {
      return folder(text.substring("file://".length()), root);
    }
    boolean server =
        SERVER.matcher(text).matches() || (isScp(text) && !SCHEME.matcher(text).matches());
    if (server) {
      return Optional.of(new Address(text, Optional.empty()));
    }
    return SCHEME.matcher(text).matches() ? Optional.empty() : folder(text, root);
  }

  private static boolean isScp(String text) {
    return SCP.matcher(text).matches() && !text.startsWith("/") && !text.startsWith(".");
  }

  private static Optional<Address> folder(String text, Path root) {
    try {
      Path folder = root.resolve(text).toAbsolutePath().normalize();
      return Optional.of(new Address(text, Optional.of(folder)));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /** Whether credentials would travel in clear: plain http to another machine. */
  boolean isReadableOnTheWay() {
    return text.startsWith("http://")
        && !text.matches("http://(localhost|127\\.[0-9.]+|\\[::1\\])([:/].*)?");
  }

  @Override
  public String toString() {
    return text;
  }
}
