package org.hubfleet.model.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page on which a forge shows a file or folder of a repository.
 *
 * @param branch or tag; one without a slash, for the address does not say where it ends
 * @param path of the file or folder; empty for the root
 */
public record RepositoryPage(Repository repository, String branch, String path) {
  private static final Pattern PAGE =
      Pattern.compile(
          "(https?://[^/\\s]+/[^\\s?#]+?)(?:/-)?/(?:tree|blob|src/branch|src/tag)/([^/\\s?#]+)(?:/([^\\s?#]*?))?/?(?:[?#].*)?");

  /** Reads the address of such a page; absent when it is none. */
  public static Optional<RepositoryPage> parse(String text) {
    Matcher page = PAGE.matcher(text.strip());
    if (!page.matches()) {
      return Optional.empty();
    }
    String path = page.group(3) == null ? "" : UrlText.decoded(page.group(3));
    return Repository.parse(page.group(1))
        .map(found -> new RepositoryPage(found, UrlText.decoded(page.group(2)), path));
  }
}
