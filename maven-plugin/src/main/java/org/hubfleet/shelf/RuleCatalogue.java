package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.diagnostic.Severity;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * What every rule means: the files of {@code rules/} on the shelf, one for each topic, and those of
 * {@code capabilities/<name>/rules/}.
 */
public final class RuleCatalogue {
  private final SortedMap<RuleName, RuleEntry> entries = new TreeMap<>();

  /**
   * Reads the catalogue; throws {@link IllegalStateException} when a file of it is broken or a rule
   * stands in it twice.
   */
  public RuleCatalogue(Shelf shelf) {
    List<String> files = new ArrayList<>(shelf.files("rules", ".yaml"));
    shelf.files("capabilities", ".yaml").stream()
        .filter(file -> file.contains("/rules/"))
        .forEach(files::add);
    for (String file : files) {
      for (Node node : shelf.list(file, Layer.COMPILER).items()) {
        RuleEntry entry = entry(file, node);
        if (entries.put(entry.rule(), entry) != null) {
          throw new IllegalStateException(entry.rule() + " stands twice in the catalogue");
        }
      }
    }
  }

  /** All entries, sorted by rule. */
  public List<RuleEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** What the catalogue says about a rule. */
  public Optional<RuleEntry> entry(RuleName rule) {
    return Optional.ofNullable(entries.get(rule));
  }

  private static RuleEntry entry(String file, Node node) {
    return new RuleEntry(
        RuleName.of(text(file, node, "rule")),
        Severity.valueOf(text(file, node, "severity").toUpperCase(Locale.ROOT)),
        text(file, node, "meaning").strip(),
        files(node, "bad"),
        files(node, "good"),
        node.get("notShown").flatMap(Node::string).map(String::strip));
  }

  private static SortedMap<String, String> files(Node node, String key) {
    SortedMap<String, String> files = new TreeMap<>();
    node.get(key)
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .ifPresent(
            entries ->
                entries.forEach(
                    (path, entry) -> files.put(path, entry.value().string().orElseThrow())));
    return Collections.unmodifiableSortedMap(files);
  }

  private static String text(String file, Node node, String key) {
    return node.get(key)
        .flatMap(Node::string)
        .orElseThrow(() -> new IllegalStateException("a rule of " + file + " lacks " + key));
  }
}
