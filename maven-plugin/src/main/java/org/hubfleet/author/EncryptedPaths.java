package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.pod.SecretArrival;
import org.hubfleet.schema.Extension;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/**
 * Paths whose values exist only encrypted, one a line. Each that a Secret can carry is a path for a
 * {@code secrets:} line; the others must be written plainly by someone who knows them.
 */
final class EncryptedPaths {
  private static final ValuePath PULL_SECRET = ValuePath.of("jupyterhub", "imagePullSecret");
  private static final ValuePath PULL_PASSWORD = PULL_SECRET.key("password");

  private final SchemaPlaces places;
  private final List<Extension> extensions;
  private final Set<String> words;
  private final Map<ValuePath, Place> referenced = new LinkedHashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private Mapping tree;

  /**
   * @param places of the vocabulary below {@code jupyterhub}
   * @param extensions what the fleet and the community declare
   * @param words the keys below {@code jupyterhub}
   * @param tree of all roots, without plain credentials
   */
  EncryptedPaths(SchemaPlaces places, List<Extension> extensions, Set<String> words, Mapping tree) {
    this.places = places;
    this.extensions = List.copyOf(extensions);
    this.words = Set.copyOf(words);
    this.tree = tree;
  }

  Mapping tree() {
    return tree;
  }

  Map<ValuePath, Place> referenced() {
    return referenced;
  }

  List<Note> notes() {
    return notes;
  }

  /** Reads the lists. Blank lines and lines that start with {@code #} do not count. */
  EncryptedPaths read(List<InputFile> lists) {
    Map<ValuePath, Place> named = new LinkedHashMap<>();
    for (InputFile list : lists) {
      List<String> lines = list.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          name(line, new Place(list.name(), i + 1, 1), named);
        }
      }
    }
    named.forEach((path, place) -> sort(path, place, named.keySet()));
    return this;
  }

  private void name(String line, Place place, Map<ValuePath, Place> named) {
    Optional<ValuePath> path = ValuePath.parse(line).map(this::rooted);
    boolean ours = path.filter(p -> key(p, 0).equals("jupyterhub")).isPresent();
    if (ours) {
      named.putIfAbsent(path.get(), place);
    } else {
      note(Note.Kind.LOST, place, line, "an encrypted value of another chart");
    }
  }

  /** The path from {@code jupyterhub}: also one that starts below it, or in a wrapping chart. */
  private ValuePath rooted(ValuePath path) {
    if (key(path, 1).equals("jupyterhub")) {
      return new ValuePath(path.segments().subList(1, path.segments().size()));
    }
    return words.contains(key(path, 0)) ? ValuePath.of("jupyterhub").then(path) : path;
  }

  private static String key(ValuePath path, int at) {
    boolean there = at < path.segments().size();
    return there && path.segments().get(at) instanceof ValuePath.Key key ? key.name() : "";
  }

  private void sort(ValuePath path, Place place, Set<ValuePath> all) {
    if (isBelow(path, PULL_SECRET) && all.contains(PULL_PASSWORD)) {
      pullSecret(path, place);
      return;
    }
    if (isUnknown(path)) {
      note(
          Note.Kind.UNKNOWN,
          place,
          path.toString(),
          "there is no such key, so the encrypted value has no effect" + nearest(path));
      return;
    }
    boolean carried = SecretArrival.of(path).isPresent();
    boolean content = key(path, path.segments().size() - 1).equals("stringData");
    if (carried && content && tree.at(parent(path).key("mountPath")).isEmpty()) {
      note(
          Note.Kind.LOST,
          place,
          path.toString(),
          "its mountPath is not among the plain values; write both, the mountPath under overrides"
              + " and the content as a secrets: line");
    } else if (carried) {
      reference(path, place);
    } else {
      note(
          Note.Kind.LOST,
          place,
          path.toString(),
          "encrypted, and no Secret is read there; it is probably no secret, so write it plainly");
    }
  }

  private boolean isUnknown(ValuePath path) {
    boolean declared = extensions.stream().anyMatch(extension -> covers(extension.pattern(), path));
    return !declared && places.at(below(path)).isEmpty();
  }

  private static boolean covers(ValuePath pattern, ValuePath path) {
    int length = pattern.segments().size();
    return path.segments().size() >= length
        && pattern.matches(new ValuePath(path.segments().subList(0, length)));
  }

  private String nearest(ValuePath path) {
    Set<String> known = new TreeSet<>();
    places
        .at(parent(below(path)))
        .forEach(schema -> known.addAll(schema.path("properties").propertyNames()));
    String name = key(path, path.segments().size() - 1);
    known.removeIf(word -> !word.contains(name) && Nearest.to(name, List.of(word)).isEmpty());
    return known.isEmpty() ? "" : "; there is " + String.join(", ", known);
  }

  private static ValuePath below(ValuePath path) {
    return new ValuePath(path.segments().subList(1, path.segments().size()));
  }

  /** All of a pull secret lies in one Secret of its own type, and that it exists is plain. */
  private void pullSecret(ValuePath path, Place place) {
    ValuePath create = PULL_SECRET.key("create");
    if (path.equals(create)) {
      Origin origin = Origin.at(place, Layer.HUB);
      tree = TreeEdit.with(tree, create, Scalar.bool(true, origin));
      note(
          Note.Kind.MENDED,
          place,
          path.toString(),
          "encrypted although it is no secret, written as true because there is a password");
    } else if (path.equals(PULL_PASSWORD)) {
      reference(path, place);
    }
  }

  private void reference(ValuePath path, Place place) {
    if (tree.at(path).isPresent()) {
      tree = TreeEdit.without(tree, path);
    }
    referenced.putIfAbsent(path, place);
  }

  private static boolean isBelow(ValuePath path, ValuePath parent) {
    int depth = parent.segments().size();
    return path.segments().size() > depth
        && new ValuePath(path.segments().subList(0, depth)).equals(parent);
  }

  private static ValuePath parent(ValuePath path) {
    return new ValuePath(path.segments().subList(0, path.segments().size() - 1));
  }

  private void note(Note.Kind kind, Place place, String path, String message) {
    notes.add(new Note(kind, place, path, message));
  }
}
