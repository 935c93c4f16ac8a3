package org.hubfleet.author;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.ShippedDistributions;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/** The page {@code docs/distributions.md}: what each shipped distribution says, as it says it. */
public final class DistributionsPage {
  private DistributionsPage() {}

  /** The page as Markdown; of each distribution all versions, the newest first. */
  public static String write(Shelf shelf) {
    ShippedDistributions shipped = new ShippedDistributions(shelf);
    StringBuilder page =
        new StringBuilder(
            """
            # Distributions that come with the plugin

            <!-- Made from maven-plugin/src/main/shelf/distributions; do not edit. -->

            A hub names one with `distribution: <name>`, which means its newest version here, or with `<name>@<version>`, and writes only what is to be
            different. [How, and how a fleet makes its own](capabilities/distribution.md).
            """);
    for (String name : shipped.names()) {
      List<String> versions = new ArrayList<>(shipped.versions(name));
      Collections.reverse(versions);
      for (String version : versions) {
        section(name + "@" + version, shipped.tree(name, version), page);
        page.append("```yaml\n").append(shelf.text(shipped.file(name, version))).append("```\n");
      }
    }
    return page.toString();
  }

  private static void section(String label, Mapping tree, StringBuilder page) {
    page.append("\n## ").append(label).append("\n\n");
    page.append(tree.get("summary").flatMap(Node::string).orElse("")).append("\n\n");
  }
}
