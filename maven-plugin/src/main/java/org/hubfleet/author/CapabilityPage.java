package org.hubfleet.author;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import tools.jackson.databind.JsonNode;

/**
 * The page {@code docs/capabilities/<name>.md} of a capability: what it gives, its keys from the
 * schema, and its cases as examples, good ones first.
 */
public final class CapabilityPage {
  private static final Map<String, String> FILES =
      Map.of(
          "hub", "In a hub file (or a distribution, or `defaults`)",
          "cluster", "In a cluster file",
          "community", "In `community.yaml`",
          "fleet", "In `fleet.yaml`");
  private static final String FLEET = "language: 1\nasOf: 2026-11-21\n";
  private static final List<String> ORDER = List.of("hub", "cluster", "community", "fleet");

  private final CapabilityFolder folder;
  private final JsonNode schema;

  /**
   * One case.
   *
   * @param name of its folder, such as {@code two-steps}
   * @param files by path relative to the folder
   */
  public record Example(String name, SortedMap<String, String> files) {
    boolean isGood() {
      return !files.getOrDefault("report.txt", "").contains(": error [");
    }
  }

  public CapabilityPage(Shelf shelf, CapabilityFolder folder) {
    this.folder = folder;
    this.schema = JsonTrees.of(shelf.tree(folder.file("schema.yaml"), Layer.COMPILER));
  }

  /** The page as Markdown. */
  public String write(List<Example> examples) {
    StringBuilder page = new StringBuilder("# " + folder.title() + "\n\n");
    page.append("<!-- Made from maven-plugin/src/main/shelf/capabilities/")
        .append(folder.name())
        .append("; do not edit. -->\n\n")
        .append(folder.summary())
        .append('\n');
    for (String file : ORDER) {
      JsonNode part = schema.path(file);
      if (part.isObject()) {
        page.append("\n## ").append(FILES.get(file)).append("\n\n");
        page.append("| key | what it says |\n|---|---|\n");
        new SchemaTable(schema.path("$defs"))
            .rows(part)
            .forEach(row -> page.append(row).append('\n'));
      }
    }
    section("Examples", examples.stream().filter(Example::isGood).toList(), page);
    section("Mistakes", examples.stream().filter(one -> !one.isGood()).toList(), page);
    return page.toString();
  }

  /** The page that lists all capabilities. */
  public static String list(List<CapabilityFolder> folders) {
    return "# What a hub can say\n\n"
        + "<!-- Made from maven-plugin/src/main/shelf/capabilities; do not edit. -->\n\n"
        + folders.stream()
            .map(
                folder ->
                    "- [" + folder.title() + "](" + folder.name() + ".md): " + folder.summary())
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static void section(String heading, List<Example> examples, StringBuilder page) {
    if (!examples.isEmpty()) {
      page.append("\n## ").append(heading).append('\n');
      examples.forEach(example -> example(example, page));
    }
  }

  private static void example(Example example, StringBuilder page) {
    page.append("\n### ").append(heading(example.name())).append('\n');
    example
        .files()
        .forEach(
            (path, text) -> {
              if (path.startsWith("files/")) {
                block(shown(path), "text", text, page);
              } else if (path.endsWith(".yaml")
                  && !path.startsWith("expected/")
                  && !text.equals(FLEET)) {
                block(shown(path), "yaml", text, page);
              }
            });
    if (example.files().containsKey("facts.txt")) {
      block("What follows", "text", example.files().get("facts.txt"), page);
    }
    if (example.files().containsKey("report.txt")) {
      block("The report", "text", example.files().get("report.txt"), page);
    }
  }

  private static String heading(String name) {
    String words = name.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String shown(String path) {
    return switch (path) {
      case "hub.yaml" -> "`communities/lab/hub.yaml`";
      case "cluster.yaml" -> "`clusters/west.yaml`";
      default ->
          "`"
              + path.replaceFirst("^files/", "communities/lab/files/").replaceFirst("^config/", "")
              + "`";
    };
  }

  private static void block(String title, String language, String text, StringBuilder page) {
    page.append('\n').append(title).append(":\n\n```").append(language).append('\n');
    page.append(text.stripTrailing()).append("\n```\n");
  }
}
