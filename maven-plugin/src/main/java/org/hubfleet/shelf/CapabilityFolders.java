package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;

/**
 * The folders of {@code capabilities/} on the shelf: by name, but each after those it names in
 * {@code after}. A folder is found by its {@code capability.yaml}; nothing else lists it.
 */
public final class CapabilityFolders {
  private static final String CARD = "/capability.yaml";

  private CapabilityFolders() {}

  /** The folders; throws {@link IllegalStateException} when one of them is broken. */
  public static List<CapabilityFolder> of(Shelf shelf) {
    return shelf.capabilities();
  }

  static List<CapabilityFolder> read(Shelf shelf) {
    Map<String, CapabilityFolder> byName = new TreeMap<>();
    for (String file : shelf.files("capabilities", CARD)) {
      CapabilityFolder folder = read(shelf, file);
      byName.put(folder.name(), folder);
    }
    Map<String, CapabilityFolder> sorted = new LinkedHashMap<>();
    byName.values().forEach(folder -> add(folder, byName, sorted, List.of()));
    return List.copyOf(sorted.values());
  }

  private static void add(
      CapabilityFolder folder,
      Map<String, CapabilityFolder> all,
      Map<String, CapabilityFolder> sorted,
      List<String> waiting) {
    if (waiting.contains(folder.name())) {
      throw new IllegalStateException("capabilities come after one another in a ring: " + waiting);
    }
    List<String> path = new ArrayList<>(waiting);
    path.add(folder.name());
    for (String before : folder.after()) {
      if (!all.containsKey(before)) {
        throw new IllegalStateException(
            folder.name() + " comes after " + before + ", which is not");
      }
      if (!sorted.containsKey(before)) {
        add(all.get(before), all, sorted, path);
      }
    }
    sorted.putIfAbsent(folder.name(), folder);
  }

  private static CapabilityFolder read(Shelf shelf, String file) {
    String name = file.substring(CapabilityFolder.ROOT.length(), file.length() - CARD.length());
    Mapping card = shelf.tree(file, Layer.COMPILER);
    return new CapabilityFolder(
        name,
        text(card, file, "title"),
        text(card, file, "summary").strip(),
        card.get("java").flatMap(Node::string),
        words(card, "after"),
        words(card, "needs"),
        words(card, "excludes"),
        keys(shelf, name),
        defaults(shelf, name));
  }

  private static List<String> keys(Shelf shelf, String name) {
    return part(shelf, CapabilityFolder.ROOT + name + "/schema.yaml")
        .at("hub.properties")
        .flatMap(Node::mapping)
        .map(properties -> List.copyOf(properties.entries().keySet()))
        .orElse(List.of());
  }

  private static Mapping defaults(Shelf shelf, String name) {
    String file = CapabilityFolder.ROOT + name + "/defaults.yaml";
    return shelf.has(file) ? shelf.tree(file, Layer.CAPABILITY) : part(shelf, file);
  }

  /** A file of a folder; an empty map when the folder has no such file. */
  static Mapping part(Shelf shelf, String file) {
    Origin nowhere = Origin.at(Place.ofFile("shelf/" + file), Layer.COMPILER);
    return shelf.has(file) ? shelf.tree(file, Layer.COMPILER) : Mapping.empty(nowhere);
  }

  private static List<String> words(Mapping card, String key) {
    return card.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of()).stream()
        .flatMap(item -> Optional.of(item).flatMap(Node::string).stream())
        .toList();
  }

  private static String text(Mapping card, String file, String key) {
    return card.get(key)
        .flatMap(Node::string)
        .orElseThrow(() -> new IllegalStateException(file + " lacks " + key));
  }
}
