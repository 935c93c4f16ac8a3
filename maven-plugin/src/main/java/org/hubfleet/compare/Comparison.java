package org.hubfleet.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hubfleet.source.Mapping;

/**
 * The objects that are new, gone or different between two outputs, whichever files they stand in.
 */
public final class Comparison {
  private Comparison() {}

  /**
   * The changes, sorted by key; objects that mean the same are not among them.
   *
   * @param texts the trees that texts in the new objects were written from
   */
  public static List<ObjectChange> of(List<Mapping> before, List<Mapping> after, Texts texts) {
    SortedMap<ObjectKey, Mapping> was = byKey(before);
    SortedMap<ObjectKey, Mapping> is = byKey(after);
    TreeSet<ObjectKey> keys = new TreeSet<>(was.keySet());
    keys.addAll(is.keySet());
    List<ObjectChange> changes = new ArrayList<>();
    for (ObjectKey key : keys) {
      Optional<Mapping> old = Optional.ofNullable(was.get(key));
      Optional<Mapping> fresh = Optional.ofNullable(is.get(key));
      List<FieldChange> fields =
          old.isPresent() && fresh.isPresent()
              ? TreeDiff.between(old.get(), fresh.get(), texts)
              : List.of();
      if (old.isEmpty() || fresh.isEmpty() || !fields.isEmpty()) {
        changes.add(new ObjectChange(key, old, fresh, fields));
      }
    }
    return changes;
  }

  /** Of two objects with one key the last counts, as it would when both are applied. */
  private static SortedMap<ObjectKey, Mapping> byKey(List<Mapping> objects) {
    SortedMap<ObjectKey, Mapping> found = new TreeMap<>();
    objects.forEach(object -> ObjectKey.of(object).ifPresent(key -> found.put(key, object)));
    return found;
  }
}
