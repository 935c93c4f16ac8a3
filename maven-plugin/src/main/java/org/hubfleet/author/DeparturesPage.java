package org.hubfleet.author;

import java.util.List;
import org.hubfleet.shelf.Departure;
import org.hubfleet.shelf.Upstream;
import org.hubfleet.source.YamlWriter;

/**
 * The page {@code docs/departures.md}: where a hub differs from what the chart would make of it.
 */
public final class DeparturesPage {
  private DeparturesPage() {}

  /** The page as Markdown. */
  public static String write(Upstream upstream) {
    StringBuilder page = new StringBuilder();
    page.append("# Departures from the chart\n\n");
    page.append(
        "<!-- Made from maven-plugin/src/main/shelf/upstream/departures.yaml; do not edit. -->\n\n");
    page.append("A hub compiles to what the defaults of Zero to JupyterHub ")
        .append(upstream.chartVersion())
        .append(
            " and its own values mean, but for what this page lists. The first part has the departures that a hub can");
    page.append(
        " switch off or override, the second those it cannot: mostly defects of the chart that are mended here.\n\n");
    List<Departure> all = upstream.departures();
    page.append("## With a way back\n\n");
    all.stream().filter(DeparturesPage::hasWayBack).forEach(departure -> section(departure, page));
    page.append("## Without one\n\n");
    all.stream()
        .filter(departure -> !hasWayBack(departure))
        .forEach(departure -> section(departure, page));
    return page.toString().stripTrailing() + "\n";
  }

  private static boolean hasWayBack(Departure departure) {
    return !departure.restore().startsWith("Not offered");
  }

  private static void section(Departure departure, StringBuilder page) {
    page.append("### ").append(departure.name()).append("\n\n");
    page.append("- **The chart:** ").append(departure.upstream().strip()).append('\n');
    page.append("- **Here:** ").append(departure.ours().strip()).append('\n');
    page.append("- **Why:** ").append(departure.why().strip()).append('\n');
    if (hasWayBack(departure)) {
      page.append("- **Way back:** `").append(departure.restore().strip()).append("`\n");
    } else {
      page.append("- **Way back:** ").append(departure.restore().strip()).append('\n');
    }
    if (!departure.values().isEmpty()) {
      page.append("\n```yaml\n").append(YamlWriter.write(departure.values())).append("```\n");
    }
    page.append('\n');
  }
}
