package org.hubfleet.compare;

import java.util.List;
import java.util.Optional;

/**
 * How one part differs.
 *
 * @param kind whether the part is new, gone or different
 * @param objects that differ, sorted by key
 * @param continuity fields of {@code continuity.yaml} that differ; empty unless both sides have it
 * @param files that differ, sorted; not empty
 */
public record PartChange(
    Part part,
    ObjectChange.Kind kind,
    List<ObjectChange> objects,
    List<FieldChange> continuity,
    List<String> files,
    Side before,
    Side after) {
  public PartChange {
    objects = List.copyOf(objects);
    continuity = List.copyOf(continuity);
    files = List.copyOf(files);
  }

  /** The part's change between what both sides say of those files. */
  public static PartChange of(
      Part part, ObjectChange.Kind kind, List<String> files, Side before, Side after, Texts texts) {
    List<FieldChange> continuity =
        before.continuity().isPresent() && after.continuity().isPresent()
            ? TreeDiff.between(before.continuity().get(), after.continuity().get())
            : List.of();
    return new PartChange(
        part,
        kind,
        Comparison.of(before.objects(), after.objects(), texts),
        continuity,
        files,
        before,
        after);
  }

  /** Whether nothing means anything else than before: only text was written differently. */
  public boolean isTextOnly() {
    return objects.isEmpty()
        && continuity.isEmpty()
        && before.continuity().isPresent() == after.continuity().isPresent();
  }

  /** The change of one object, where it differs. */
  public Optional<ObjectChange> object(String id) {
    return objects.stream().filter(change -> change.key().id().equals(id)).findFirst();
  }
}
