package org.hubfleet.deploy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/**
 * Which files of the deployment repository earlier deployments made: those that the lists in it
 * name, and their own notes. All others belong to somebody else.
 */
final class Owned {
  /** The list of top-level folders. */
  static final String MARKER = ".hubs.yaml";

  /** The list of the files of a folder. */
  static final String LIST = ".owned.yaml";

  private final Function<String, Optional<String>> texts;
  private final Set<String> tops;
  private final Map<String, Set<String>> listed = new HashMap<>();

  /**
   * @param texts gives the text of a file of the repository
   */
  Owned(Function<String, Optional<String>> texts) {
    this.texts = texts;
    this.tops = names(MARKER, "owns");
  }

  /** The top-level folders. */
  Set<String> clusters() {
    return Set.copyOf(tops);
  }

  /** Whether an earlier deployment made the file. */
  boolean covers(String path) {
    int slash = path.lastIndexOf('/');
    if (slash < 0) {
      return path.equals(MARKER) ? !tops.isEmpty() : path.equals(Record.NAME) && !tops.isEmpty();
    }
    if (!tops.contains(path.substring(0, path.indexOf('/')))) {
      return false;
    }
    String folder = path.substring(0, slash + 1);
    String name = path.substring(slash + 1);
    Set<String> files = listed.computeIfAbsent(folder, f -> names(f + LIST, "files"));
    return files.contains(name)
        || (name.equals(LIST) && !files.isEmpty())
        || Record.isRecord(path)
        || Tombstone.isTombstone(path);
  }

  private Set<String> names(String file, String key) {
    Optional<Node> found =
        texts
            .apply(file)
            .flatMap(text -> YamlReader.ofOurs().read(file, text, Layer.COMPILER).value())
            .flatMap(list -> list.get(key));
    Set<String> names = new HashSet<>();
    found.flatMap(Node::mapping).map(Mapping::entries).ifPresent(e -> names.addAll(e.keySet()));
    found
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .ifPresent(items -> items.forEach(item -> item.string().ifPresent(names::add)));
    return names;
  }
}
