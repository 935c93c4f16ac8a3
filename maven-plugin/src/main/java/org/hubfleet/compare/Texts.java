package org.hubfleet.compare;

import java.util.Optional;
import org.hubfleet.source.Node;

/** Knows the tree that a text inside an object was written from, with the origins of its values. */
public interface Texts {
  /** Knows none. */
  Texts NONE = text -> Optional.empty();

  /** The tree of that text. */
  Optional<Node> tree(String text);
}
