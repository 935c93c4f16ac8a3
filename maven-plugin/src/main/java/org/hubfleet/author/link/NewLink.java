package org.hubfleet.author.link;

import java.util.List;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.model.link.Link;
import org.hubfleet.source.Node;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A link that was asked for.
 *
 * @param name of the repository in the hub file, else its own
 * @param isInHomes whether servers of the hub find the repository in their homes
 */
public record NewLink(Hub hub, String name, Link link, boolean isInHomes) {
  /** What people paste into a page about the repository. */
  public String markdown() {
    return badge().markdown();
  }

  /** What it is, line by line. */
  public List<String> text() {
    List<String> lines = new java.util.ArrayList<>(List.of(name));
    if (isInHomes) {
      lines.add("  opens what the home holds, with every image:");
      lines.add("    " + link.launching());
    }
    lines.add("  pulls it first, where the image holds nbgitpuller:");
    lines.add("    " + link.fetching());
    lines.add("  badge in Markdown:");
    lines.add("    " + badge().markdown());
    lines.add("  badge in HTML:");
    lines.add("    " + badge().html());
    return lines;
  }

  /**
   * The same for machines: {@code name}, {@code repository}, {@code branch}, {@code folder}, {@code
   * path}, {@code ui}, {@code launches}, {@code pulls}, {@code badge}, {@code markdown}, {@code
   * html}.
   */
  public ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("name", name);
    ReadLink.describe(link, document);
    if (isInHomes) {
      document.put("launches", link.launching());
    }
    return document
        .put("pulls", link.fetching())
        .put("badge", badge().picture())
        .put("markdown", badge().markdown())
        .put("html", badge().html());
  }

  private Badge badge() {
    Optional<String> colour =
        hub.tree().at("page.colours.main").flatMap(Node::string).map(code -> code.substring(1));
    return new Badge(
        hub.title(), colour.orElse("blue"), isInHomes ? link.launching() : link.fetching());
  }
}
