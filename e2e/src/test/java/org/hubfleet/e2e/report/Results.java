package org.hubfleet.e2e.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rungs found, hub by hub. Written to {@code report.md} for people and to {@code
 * results.tsv} for the check that every rung has a result.
 */
public final class Results {
  private static final List<String> COLUMNS =
      List.of("accepted", "stable", "scheduled", "booted", "login", "spawned", "kernel", "synced");

  private final Path target;
  private final Map<String, Map<String, String>> hubs = new TreeMap<>();
  private final Map<String, String> figures = new LinkedHashMap<>();
  private final TreeSet<String> lines = new TreeSet<>();

  /** Results to be written into a folder. */
  public Results(Path target) {
    this.target = target;
  }

  /** A verdict about one hub; columns outside the table's fixed ones are added at its end. */
  public synchronized void hub(String rung, String hub, String column, String verdict) {
    hubs.computeIfAbsent(hub, name -> new LinkedHashMap<>()).put(column, verdict);
    lines.add(String.join("\t", rung, hub, column, verdict));
  }

  /** A figure about a whole rung, such as the number of mutants tried. */
  public synchronized void figure(String rung, String name, String value) {
    figures.put(rung + ": " + name, value);
    lines.add(String.join("\t", rung, "", name, value));
  }

  /** Writes both files. */
  public synchronized void write() {
    try {
      Files.createDirectories(target);
      Files.writeString(target.resolve("report.md"), page());
      Files.write(target.resolve("results.tsv"), lines);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String page() {
    TreeSet<String> more = new TreeSet<>();
    hubs.values().forEach(row -> more.addAll(row.keySet()));
    COLUMNS.forEach(more::remove);
    List<String> columns = Stream.concat(COLUMNS.stream(), more.stream()).toList();
    StringBuilder page = new StringBuilder("# What the real judges said\n\n");
    page.append("| hub | ").append(String.join(" | ", columns)).append(" |\n");
    page.append("| --- |").append(" --- |".repeat(columns.size())).append('\n');
    hubs.forEach(
        (hub, row) ->
            page.append("| ")
                .append(hub)
                .append(" | ")
                .append(
                    columns.stream()
                        .map(column -> row.getOrDefault(column, "-"))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
    page.append('\n');
    figures.forEach(
        (name, value) -> page.append("- ").append(name).append(": ").append(value).append('\n'));
    return page.toString();
  }
}
