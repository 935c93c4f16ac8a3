package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.verify.reach.Reach;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of what servers of people reach, for people and for machines.
 *
 * @param engine what enforces the policies, {@code none} where nothing does; absent where nobody
 *     knows
 * @param paths what a file is called in the answers
 */
public record ReachText(
    List<Reach.Row> rows, Optional<String> engine, UnaryOperator<String> paths) {
  private static final String NONE = "none";

  public ReachText {
    rows = List.copyOf(rows);
  }

  /** A line a place, answers below one another. */
  public List<String> lines() {
    int places = rows.stream().mapToInt(row -> row.place().length()).max().orElse(0);
    int answers = rows.stream().mapToInt(row -> row.answer().length()).max().orElse(0);
    List<String> lines = new ArrayList<>(List.of("servers of people reach" + condition()));
    for (Reach.Row row : rows) {
      String place = row.place() + " ".repeat(places - row.place().length());
      String answer = row.answer() + " ".repeat(answers - row.answer().length());
      lines.add("  " + place + "  " + answer + "  " + place(row));
    }
    return lines;
  }

  private String condition() {
    if (engine.isEmpty()) {
      return ", if anything enforces network policies (the cluster's file says nothing of it):";
    }
    return engine.get().equals(NONE)
        ? " everything, since nothing enforces network policies; by those it would be:"
        : ", as " + engine.get() + " enforces it:";
  }

  /** A map a place: {@code place}, {@code open}, {@code answer}, {@code from}. */
  public ArrayNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (Reach.Row row : rows) {
      ObjectNode item = list.addObject().put("place", row.place()).put("open", row.isOpen());
      item.put("answer", row.answer()).put("from", place(row).toString());
    }
    return list;
  }

  private Place place(Reach.Row row) {
    Place place = row.why().configuredPlace().orElse(row.why().place());
    return new Place(paths.apply(place.file()), place.line(), place.column());
  }
}
