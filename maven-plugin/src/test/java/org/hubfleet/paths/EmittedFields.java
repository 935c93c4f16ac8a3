package org.hubfleet.paths;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/**
 * The objects of a hub by {@code Kind/name}, and which fields differ between two such sets. What
 * ConfigMaps hold as JSON or YAML is looked into. Checksums do not count, nor do digests in the
 * names of Jobs, nor the copy of {@code hub.config} that is kept for people's snippets.
 */
record EmittedFields(SortedMap<String, Node> objects) {
  private static final Pattern DIGEST = Pattern.compile("-[0-9a-f]{8,}$");
  private static final Pattern DOCUMENT = Pattern.compile(".*\\.(json|yaml|yml)");

  /** Those of the objects. */
  static EmittedFields of(List<Manifest> manifests) {
    SortedMap<String, Node> objects = new TreeMap<>();
    for (Manifest manifest : manifests) {
      boolean job = manifest.kind().equals("Job");
      String name = job ? DIGEST.matcher(manifest.name()).replaceFirst("") : manifest.name();
      objects.put(manifest.kind() + "/" + name, manifest.object());
    }
    return new EmittedFields(objects);
  }

  /** The fields that one side lacks or says otherwise, such as {@code Service/hub spec.type}. */
  SortedSet<String> differenceFrom(EmittedFields other) {
    SortedSet<String> moved = new TreeSet<>();
    Set<String> ids = new LinkedHashSet<>(objects.keySet());
    ids.addAll(other.objects.keySet());
    for (String id : ids) {
      if (objects.containsKey(id) && other.objects.containsKey(id)) {
        compare(id + " ", objects.get(id), other.objects.get(id), moved);
      } else {
        moved.add(id + " (exists)");
      }
    }
    return moved;
  }

  private static void compare(String path, Node one, Node two, Set<String> moved) {
    if (one instanceof Mapping map && two instanceof Mapping second) {
      Set<String> keys = new LinkedHashSet<>(map.entries().keySet());
      keys.addAll(second.entries().keySet());
      keys.forEach(key -> compareField(path, key, map.get(key), second.get(key), moved));
    } else if (one instanceof Sequence list && two instanceof Sequence second) {
      compareItems(path, list.items(), second.items(), moved);
    } else if (!(one instanceof Scalar a && two instanceof Scalar b && a.text().equals(b.text()))) {
      moved.add(path);
    }
  }

  private static void compareItems(String path, List<Node> one, List<Node> two, Set<String> moved) {
    if (one.size() != two.size()) {
      moved.add(path + "[]");
      return;
    }
    for (int i = 0; i < one.size(); i++) {
      compare(path + "[" + i + "]", one.get(i), two.get(i), moved);
    }
  }

  private static void compareField(
      String path, String key, Optional<Node> one, Optional<Node> two, Set<String> moved) {
    String field = path + (path.endsWith(" ") ? "" : ".") + key;
    boolean digest =
        key.startsWith("checksum") || (path.startsWith("Job/") && path.endsWith(" metadata"));
    boolean copy = field.endsWith(" data.values.json:.hub.config");
    if (digest || copy) {
      return;
    }
    if (one.isEmpty() || two.isEmpty()) {
      moved.add(field);
    } else if (!one.get().string().equals(two.get().string()) && DOCUMENT.matcher(key).matches()) {
      compare(field + ":", parsed(one.get()), parsed(two.get()), moved);
    } else {
      compare(field, one.get(), two.get(), moved);
    }
  }

  private static Node parsed(Node text) {
    return text.string()
        .flatMap(found -> YamlReader.ofOurs().read("data", found, Layer.COMPILER).value())
        .orElse(text);
  }
}
