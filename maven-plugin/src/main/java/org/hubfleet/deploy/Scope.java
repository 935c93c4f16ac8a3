package org.hubfleet.deploy;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hubfleet.compare.Part;

/**
 * The parts of the fleet that a run is about; all others stay as they are deployed.
 *
 * @param isWhole whether it is about everything
 * @param contains tells of a part whether the run is about it
 */
public record Scope(boolean isWhole, Predicate<Part> contains) {
  /** Everything. */
  public static final Scope WHOLE = new Scope(true, part -> true);

  /** Some parts. */
  public static Scope of(Collection<Part> parts) {
    Set<Part> some = new TreeSet<>(parts);
    return new Scope(false, some::contains);
  }

  /** One cluster: its hubs, also those that are no more, and what they share. */
  public static Scope ofCluster(String name) {
    return new Scope(false, part -> part.cluster().filter(name::equals).isPresent());
  }

  /** Whether the run is about the part. */
  public boolean has(Part part) {
    return isWhole || contains.test(part);
  }
}
