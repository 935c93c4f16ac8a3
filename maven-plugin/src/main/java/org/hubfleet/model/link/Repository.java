package org.hubfleet.model.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A git repository that everyone can fetch, by its address.
 *
 * @param address {@code https://}, the host in lower case, and the path without {@code .git} and
 *     without a slash at its end
 */
public record Repository(String address) {
  private static final Pattern URL =
      Pattern.compile(
          "(?:(?:https?|git|ssh)://)?(?:[^/@\\s]+@)?([A-Za-z0-9.-]+\\.[A-Za-z]+)(:[0-9]+)?[/:]([^\\s?#]+)");

  /** Services whose addresses do not tell cases apart. */
  private static final List<String> CASELESS = List.of("github.com", "gitlab.com");

  /** Reads an address in any of the forms in which people write them. */
  public static Optional<Repository> parse(String text) {
    Matcher url = URL.matcher(text.strip().replaceAll("[?#].*$", ""));
    if (!url.matches()) {
      return Optional.empty();
    }
    String port = url.group(2) == null ? "" : url.group(2);
    String path = url.group(3).replaceAll("/+$", "").replaceAll("\\.git$", "");
    return path.isEmpty() || path.startsWith("/")
        ? Optional.empty()
        : Optional.of(
            new Repository("https://" + url.group(1).toLowerCase(Locale.ROOT) + port + "/" + path));
  }

  /** Its own name, which is that of the folder it is fetched into. */
  public String name() {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** Whether two addresses lead to one repository. */
  public boolean isSameAs(Repository other) {
    return folded().equals(other.folded());
  }

  private String folded() {
    String host = address.replaceFirst("^https://", "").replaceFirst("[:/].*$", "");
    return CASELESS.contains(host) ? address.toLowerCase(Locale.ROOT) : address;
  }
}
