package org.hubfleet.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/**
 * Which files of the folder earlier runs made.
 *
 * <p>{@code .hubs.yaml} names the top-level folders; inside them the {@code .owned.yaml} of a
 * folder names the files of that folder. A list that cannot be read owns nothing but itself.
 */
final class Ownership {
  private static final String FILES = "files";

  private final Present present;
  private final Set<String> tops = new HashSet<>();
  private final Map<String, Set<String>> listed = new HashMap<>();

  private Ownership(Present present) {
    this.present = present;
  }

  /** What the lists in the folder say; reads only those beside files that are not wanted. */
  static Ownership of(Present present, Output wanted) throws IOException {
    Ownership owned = new Ownership(present);
    owned.tops.addAll(owned.names(Layout.MARKER, "owns"));
    for (String path : wanted.files().keySet()) {
      owned.tops.add(path.split("/", 2)[0]);
    }
    for (String path : present.paths()) {
      String folder = folder(path);
      if (!wanted.files().containsKey(path) && !owned.listed.containsKey(folder)) {
        owned.listed.put(folder, Set.copyOf(owned.names(folder + Layout.OWNED, FILES)));
      }
    }
    return owned;
  }

  /** Whether an earlier run made the file. */
  boolean covers(String path) {
    String name = path.substring(folder(path).length());
    return path.equals(Layout.MARKER)
        || (tops.contains(path.split("/", 2)[0])
            && path.contains("/")
            && (name.equals(Layout.OWNED)
                || listed.getOrDefault(folder(path), Set.of()).contains(name)));
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private List<String> names(String file, String key) throws IOException {
    Optional<Node> found =
        present
            .text(file)
            .flatMap(text -> YamlReader.ofOurs().read(file, text, Layer.COMPILER).value())
            .flatMap(list -> list.get(key));
    List<String> names = new ArrayList<>();
    found.flatMap(Node::mapping).map(Mapping::entries).ifPresent(e -> names.addAll(e.keySet()));
    found
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .ifPresent(items -> items.forEach(item -> item.string().ifPresent(names::add)));
    return names;
  }
}
