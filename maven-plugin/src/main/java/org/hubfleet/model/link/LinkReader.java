package org.hubfleet.model.link;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads links that lead into hubs, in the forms in which they are found in the world: made by
 * nbgitpuller's own page of old and new versions, by mybinder.org, by hand, wrapped in a login or a
 * spawn, or copied from a running server.
 */
public final class LinkReader {
  private static final Pattern URL =
      Pattern.compile(
          "(https?)://([^/?#\\s]+)([^?#\\s]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.CASE_INSENSITIVE);

  /** Where the hub ends and what it is asked for begins. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "(.*?/)(?:hub/(?:user-redirect|login|spawn(?:/[^/]+)*|oauth_login)|user/[^/]+)(?:/(.*))?");

  private static final Pattern FETCHES =
      Pattern.compile("(?:.*/)?(?:git-pull|git-sync|interact)/?");
  private static final Pattern BINDER = Pattern.compile("(.*?/)v2/[^?]*");
  private static final Pattern OPENS =
      Pattern.compile(
          "/?(?:(lab)(?:/workspaces/[^/]+)?/tree|(nbclassic/tree|nbclassic/notebooks|tree|notebooks|edit|view|retro/tree|doc/tree|voila/render))/(.*)");

  private LinkReader() {}

  /** The link; absent when it is none into a hub. */
  public static Optional<Link> read(String text) {
    return read(text.strip(), 0);
  }

  /** A link may stand inside another, three deep and no deeper. */
  private static Optional<Link> read(String text, int depth) {
    Matcher url = URL.matcher(text);
    if (depth > 3 || !url.matches()) {
      return Optional.empty();
    }
    String host =
        url.group(1).toLowerCase(Locale.ROOT) + "://" + url.group(2).toLowerCase(Locale.ROOT);
    Map<String, String> query = UrlText.query(url.group(4) == null ? "" : url.group(4));
    Optional<String> named = UrlText.filled(query, "hub");
    if (named.isPresent() && query.containsKey("repo")) {
      return Optional.of(fetched(withSlash(named.get()), query));
    }
    Matcher binder = BINDER.matcher(url.group(3));
    if (binder.matches()) {
      return binder(host + binder.group(1), query, depth);
    }
    Matcher inside = INSIDE.matcher(url.group(3));
    return inside.matches()
        ? inside(host + inside.group(1), inside.group(2), query, depth)
        : Optional.empty();
  }

  private static Optional<Link> inside(
      String hub, String asked, Map<String, String> query, int depth) {
    Optional<String> next = UrlText.filled(query, "next");
    if (next.isPresent()) {
      String host = hub.replaceFirst("^(https?://[^/]+).*$", "$1");
      return read(next.get().startsWith("/") ? host + next.get() : next.get(), depth + 1);
    }
    String path = asked == null ? "" : asked;
    if (FETCHES.matcher(path).matches() && query.containsKey("repo")) {
      return Optional.of(fetched(hub, query));
    }
    return opened(path)
        .map(
            found ->
                new Link(
                    hub,
                    Optional.empty(),
                    Optional.empty(),
                    first(found.file()),
                    rest(found.file()),
                    found.ui()));
  }

  /** A link of a Binder, in which one that fetches may stand as what its server opens. */
  private static Optional<Link> binder(String hub, Map<String, String> query, int depth) {
    Optional<String> inner =
        UrlText.filled(query, "urlpath").or(() -> UrlText.filled(query, "labpath"));
    return inner.flatMap(
        path -> read(hub + "hub/user-redirect/" + path.replaceFirst("^/", ""), depth + 1));
  }

  private static Link fetched(String hub, Map<String, String> query) {
    Optional<RepositoryPage> page = RepositoryPage.parse(query.get("repo"));
    Optional<Repository> repository =
        page.map(RepositoryPage::repository).or(() -> Repository.parse(query.get("repo")));
    Optional<String> branch =
        UrlText.filled(query, "branch").or(() -> page.map(RepositoryPage::branch));
    String folder =
        UrlText.filled(query, "targetpath")
            .or(() -> UrlText.filled(query, "targetPath"))
            .map(LinkReader::trimmed)
            .orElse(repository.map(Repository::name).orElse(""));
    Optional<Opened> opened =
        UrlText.filled(query, "urlpath")
            .or(() -> UrlText.filled(query, "urlPath"))
            .flatMap(LinkReader::opened);
    String path =
        opened
            .map(found -> inside(folder, found.file()))
            .or(() -> UrlText.filled(query, "filepath"))
            .or(() -> UrlText.filled(query, "subPath"))
            .or(() -> UrlText.filled(query, "path"))
            .map(LinkReader::trimmed)
            .orElse("");
    Ui ui =
        opened
            .map(Opened::ui)
            .or(() -> UrlText.filled(query, "app").flatMap(LinkReader::ofApp))
            .orElse(Ui.LAB);
    return new Link(withSlash(hub), repository, branch, folder, path, ui);
  }

  /** What a server opens at a path of its own. */
  private record Opened(Ui ui, String file) {}

  private static Optional<Opened> opened(String urlPath) {
    String path = urlPath.replaceFirst("[?#].*$", "");
    Matcher files = OPENS.matcher(path + (path.endsWith("tree") ? "/" : ""));
    if (files.matches()) {
      String file = trimmed(UrlText.decoded(files.group(3)));
      return Optional.of(new Opened(files.group(1) == null ? Ui.CLASSIC : Ui.LAB, file));
    }
    return switch (trimmed(path).replaceFirst("/.*$", "")) {
      case "lab" -> Optional.of(new Opened(Ui.LAB, ""));
      case "rstudio" -> Optional.of(new Opened(Ui.RSTUDIO, ""));
      case "vscode", "code-server" -> Optional.of(new Opened(Ui.CODE, ""));
      case "desktop" -> Optional.of(new Opened(Ui.DESKTOP, ""));
      default -> Optional.empty();
    };
  }

  private static Optional<Ui> ofApp(String app) {
    return switch (app.toLowerCase(Locale.ROOT)) {
      case "notebook", "jupyter", "classic", "tree" -> Optional.of(Ui.CLASSIC);
      case "jupyterlab" -> Optional.of(Ui.LAB);
      default -> Ui.named(app);
    };
  }

  /** A file as seen from the folder of the repository. */
  private static String inside(String folder, String file) {
    return file.equals(folder)
        ? ""
        : file.startsWith(folder + "/") ? file.substring(folder.length() + 1) : file;
  }

  private static String first(String file) {
    return file.replaceFirst("/.*$", "");
  }

  private static String rest(String file) {
    return file.indexOf('/') < 0 ? "" : file.substring(file.indexOf('/') + 1);
  }

  private static String trimmed(String path) {
    return path.replaceAll("^/+|/+$", "");
  }

  private static String withSlash(String hub) {
    return hub.endsWith("/") ? hub : hub + "/";
  }
}
