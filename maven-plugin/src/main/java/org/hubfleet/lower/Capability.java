package org.hubfleet.lower;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;

/**
 * Lowers a part of the hub language to upstream values. Pure: located values in, located values
 * out.
 *
 * <p>The hub's keys have the shape that the capability's schema gives them: a key that has not is
 * reported and taken away before.
 */
public interface Capability {
  /**
   * The hub with further lines of its language that this capability's own lines stand for, such as
   * groups that a course makes. Comes before any capability is lowered; by default there are none.
   */
  default Hub spelledOut(Hub hub, List<Diagnostic> problems) {
    return hub;
  }

  /**
   * What the hub's lines mean, by root; an empty map when the hub does not use the capability.
   *
   * <ul>
   *   <li>{@code jupyterhub}: upstream values. Where upstream wants a list, a map by name stands,
   *       so that others can add to it; {@code *} adds to every entry.
   *   <li>{@code secrets}: lines as in a hub file, which the hub's own win over.
   *   <li>{@code expects}: lines as in a hub file, by a name of the capability's choice.
   *   <li>{@code context}: what templates of the capability read, below its own name.
   *   <li>{@code notes}: what people have to know, each a text by a few words, such as {@code
   *       callback URL}.
   * </ul>
   */
  Mapping lower(Hub hub, List<Diagnostic> problems);

  /** Adds problems that only the effective values show, overrides included. */
  default void inspect(Values effective, List<Diagnostic> problems) {
    // most capabilities see all there is to see in their own keys
  }
}
