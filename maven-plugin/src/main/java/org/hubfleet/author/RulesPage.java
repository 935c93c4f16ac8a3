package org.hubfleet.author;

import java.util.SortedMap;
import org.hubfleet.shelf.RuleCatalogue;
import org.hubfleet.shelf.RuleEntry;

/** The page {@code docs/rules.md}: what every rule means, with a bad and a good example. */
public final class RulesPage {
  private RulesPage() {}

  /** The page as Markdown. */
  public static String write(RuleCatalogue rules) {
    StringBuilder page = new StringBuilder("# Rules\n\n");
    page.append("<!-- Made from maven-plugin/src/main/shelf/rules; do not edit. -->\n\n");
    page.append(
        "Every problem that a run reports belongs to a rule. An error stops files from being written; a warning does not, and can be"
            + " accepted where it stands with `allow`. Both examples of a rule are run as tests. `hub.yaml` stands for the hub of a small"
            + " fleet that is fine otherwise.\n");
    String topic = "";
    for (RuleEntry entry : rules.entries()) {
      String its = entry.rule().text().substring(0, entry.rule().text().indexOf('/'));
      if (!its.equals(topic)) {
        page.append("\n## ").append(its).append('\n');
        topic = its;
      }
      page.append("\n### ").append(entry.rule()).append("\n\n").append(text(entry));
    }
    return page.toString();
  }

  /** What is said about one rule, as Markdown without a heading. */
  public static String text(RuleEntry entry) {
    StringBuilder text = new StringBuilder();
    text.append(Character.toUpperCase(entry.severity().word().charAt(0)));
    text.append(entry.severity().word().substring(1)).append(". ");
    text.append(entry.meaning()).append('\n');
    if (entry.notShown().isPresent()) {
      return text.append("\nNo example: ").append(entry.notShown().get()).append('\n').toString();
    }
    examples("Wrong", entry.bad(), text);
    examples("Right", entry.good(), text);
    return text.toString();
  }

  private static void examples(
      String heading, SortedMap<String, String> files, StringBuilder text) {
    files.forEach(
        (path, content) -> {
          String fence = path.endsWith(".yaml") ? "```yaml" : "```text";
          text.append('\n').append(heading).append(", `").append(path).append("`:\n\n");
          text.append(fence).append('\n').append(content.stripTrailing()).append("\n```\n");
        });
  }
}
