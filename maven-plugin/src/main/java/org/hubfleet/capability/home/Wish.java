package org.hubfleet.capability.home;

import java.util.List;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * What a hub says under {@code home}, in its short or its longer form.
 *
 * @param value a text or a map, of the schema's shape
 * @param why where the key stands
 */
record Wish(Hub hub, Node value, Origin why) {
  private static final String NONE = "none";

  static Optional<Wish> of(Hub hub) {
    return hub.tree().get("home").map(value -> new Wish(hub, value, hub.tree().keyOrigin("home")));
  }

  /** Whether people keep nothing. */
  boolean isNone() {
    return value.string().filter(NONE::equals).isPresent();
  }

  /** The space for each person as a Kubernetes quantity; absent when it is left to the cluster. */
  Optional<Scalar> size() {
    return amount().map(text -> Scalar.string(memory(text).quantity(), text.origin()));
  }

  /** The space for each person. */
  Optional<Memory> space() {
    return amount().map(Wish::memory);
  }

  Optional<Scalar> text(String key) {
    return value.get(key).flatMap(Node::scalar);
  }

  /** The keys of the longer form that stand there, of those. */
  List<String> keys(List<String> known) {
    return value.mapping().map(Mapping::entries).stream()
        .flatMap(entries -> known.stream().filter(entries::containsKey))
        .toList();
  }

  private Optional<Scalar> amount() {
    return value.mapping().isPresent() ? text("size") : value.scalar().filter(s -> !isNone());
  }

  private static Memory memory(Scalar text) {
    return Memory.parse(text.text())
        .orElseThrow(() -> new IllegalStateException("no amount: " + text.text()));
  }
}
