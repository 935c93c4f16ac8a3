package org.hubfleet.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hubfleet.source.Mapping;

/**
 * One object that is new, gone or different.
 *
 * @param before absent for a new object
 * @param after absent for one that is gone
 * @param fields that differ, in the order of the new object; empty unless it changed
 */
public record ObjectChange(
    ObjectKey key, Optional<Mapping> before, Optional<Mapping> after, List<FieldChange> fields) {
  /** What happens to an object. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED;

    /** The word people read. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ObjectChange {
    fields = List.copyOf(fields);
  }

  /** What happens to it. */
  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }
}
