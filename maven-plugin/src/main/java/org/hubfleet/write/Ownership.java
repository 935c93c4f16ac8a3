package org.hubfleet.write;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/**
 * Tells which files of {@code generated/} an earlier run wrote, by the marks it left: the top-level
 * folder stands in {@code .hubs.yaml}, and the file in {@code .owned.yaml} or in the {@code
 * kustomization.yaml} beside it. Only such files are ever deleted.
 */
final class Ownership {
  static final String FLEET_MARK = ".hubs.yaml";
  static final String HUB_MARK = ".owned.yaml";
  private static final String LIST = "kustomization.yaml";

  private final Function<String, String> texts;
  private final Set<String> folders = new TreeSet<>();

  /**
   * @param texts gives the text of a file; the empty text when there is none
   */
  Ownership(Function<String, String> texts) {
    this.texts = texts;
    folders.addAll(strings(tree(FLEET_MARK), "owns"));
  }

  /** Whether an earlier run wrote the file. */
  boolean covers(String file) {
    int slash = file.lastIndexOf('/');
    if (slash < 0) {
      return file.equals(FLEET_MARK);
    }
    String folder = file.substring(0, slash + 1);
    String name = file.substring(slash + 1);
    if (!folders.contains(file.substring(0, file.indexOf('/')))) {
      return false;
    }
    Mapping owned = tree(folder + HUB_MARK);
    boolean marked = owned.get("files").flatMap(files -> files.get(name)).isPresent();
    boolean mark = name.equals(HUB_MARK) && owned.get("files").isPresent();
    List<String> listed = strings(tree(folder + LIST), "resources");
    return marked || mark || listed.contains(name) || (name.equals(LIST) && !listed.isEmpty());
  }

  private Mapping tree(String file) {
    return YamlReader.ofOurs()
        .read(file, texts.apply(file), Layer.COMPILER)
        .value()
        .flatMap(Node::mapping)
        .orElse(Mapping.empty(Layout.OURS));
  }

  private static List<String> strings(Mapping tree, String key) {
    return tree.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of()).stream()
        .flatMap(item -> item.string().stream())
        .toList();
  }
}
