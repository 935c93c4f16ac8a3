package org.hubfleet.source;

import java.util.List;

/** A list, in order. */
public record Sequence(List<Node> items, Origin origin) implements Node {
  public Sequence {
    items = List.copyOf(items);
  }

  /** A list of those items. */
  public static Sequence of(List<? extends Node> items, Origin origin) {
    return new Sequence(List.copyOf(items), origin);
  }

  @Override
  public Sequence from(Origin other) {
    return new Sequence(items, other);
  }

  @Override
  public String kindWord() {
    return "list";
  }
}
