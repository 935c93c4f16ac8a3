package org.hubfleet.author.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.model.link.Content;
import org.hubfleet.model.link.Link;
import org.hubfleet.model.link.LinkReader;
import org.hubfleet.model.link.Repository;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a link means to a fleet.
 *
 * @param text of the link
 * @param hub of the fleet that it leads to; absent when that is another's
 * @param content of that hub that it opens; absent when the hub file does not name it
 */
public record ReadLink(String text, Link link, Optional<Hub> hub, Optional<Content> content) {
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`\\])]+");

  /** The link as that fleet sees it; absent when it is none into a hub. */
  public static Optional<ReadLink> of(String text, Fleet fleet) {
    return LinkReader.read(text)
        .map(
            link -> {
              Optional<Hub> hub = hubAt(link.hub(), fleet);
              return new ReadLink(text, link, hub, hub.flatMap(found -> content(link, found)));
            });
  }

  /** The links into hubs that stand in a text such as a page of a course, each once. */
  public static List<ReadLink> in(String text, Fleet fleet) {
    return ADDRESS
        .matcher(text.replace("&amp;", "&"))
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceAll("[.,;:!?]+$", ""))
        .distinct()
        .flatMap(found -> of(found, fleet).stream())
        .toList();
  }

  private static Optional<Hub> hubAt(String address, Fleet fleet) {
    String bare = address.replaceFirst("^https?://", "");
    return fleet.hubs().stream()
        .filter(
            hub ->
                Content.addressOf(hub)
                    .map(own -> own.replaceFirst("^https://", ""))
                    .filter(bare::equals)
                    .isPresent())
        .findFirst();
  }

  /** By the repository that the link names, else by the folder that it opens. */
  private static Optional<Content> content(Link link, Hub hub) {
    List<Content> contents = Content.of(hub);
    Optional<Repository> named = link.repository();
    return contents.stream()
        .filter(
            content ->
                named.isPresent()
                    ? content.repository().isSameAs(named.get())
                    : isInFolder(link, content))
        .findFirst();
  }

  private static boolean isInFolder(Link link, Content content) {
    return (place(link) + "/").startsWith(content.folder().text() + "/");
  }

  private static String place(Link link) {
    return link.path().isEmpty() ? link.folder() : link.folder() + "/" + link.path();
  }

  /** The repository that it opens. */
  public Optional<Repository> repository() {
    return link.repository().or(() -> content.map(Content::repository));
  }

  /** The path in that repository; empty for the repository itself. */
  public String path() {
    return link.repository().isPresent() || content.isEmpty()
        ? link.path()
        : place(link).substring(content.get().folder().text().length()).replaceFirst("^/", "");
  }

  /** What it means, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(text));
    lines.add("  hub: " + hub.map(Hub::id).orElse("not of this fleet, " + link.hub()));
    repository()
        .ifPresentOrElse(
            found -> lines.add("  repository: " + found.address() + named()),
            () -> lines.add("  folder: " + link.folder()));
    link.branch().ifPresent(name -> lines.add("  branch: " + name));
    if (!path().isEmpty()) {
      lines.add("  opens: " + path());
    }
    lines.add("  in: " + link.ui().word());
    return lines;
  }

  private String named() {
    return content.map(found -> " (content " + found.name() + ")").orElse("");
  }

  /**
   * The same for machines: {@code link}, {@code address} of the hub, {@code hub} where it is one of
   * the fleet, {@code content}, {@code repository}, {@code branch}, {@code folder}, {@code path},
   * {@code ui}.
   */
  public ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("link", text);
    document.put("address", link.hub());
    hub.ifPresent(found -> document.put("hub", found.id()));
    content.ifPresent(found -> document.put("content", found.name()));
    describe(link, document);
    repository().ifPresent(found -> document.put("repository", found.address()));
    return document.put("path", path());
  }

  static void describe(Link link, ObjectNode document) {
    link.repository().ifPresent(found -> document.put("repository", found.address()));
    link.branch().ifPresent(name -> document.put("branch", name));
    document.put("folder", link.folder());
    document.put("path", link.path());
    document.put("ui", link.ui().word());
  }
}
