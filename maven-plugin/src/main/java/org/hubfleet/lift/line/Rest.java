package org.hubfleet.lift.line;

import java.util.Optional;
import java.util.function.Predicate;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/** A map of which values are taken one by one, because lines say them; what is left stays. */
final class Rest {
  private Mapping left;

  Rest(Mapping all) {
    this.left = all;
  }

  /** That of a map below; of an empty one where there is none. */
  static Rest of(Optional<Node> map, Mapping around) {
    return new Rest(map.flatMap(Node::mapping).orElseGet(() -> Mapping.empty(around.origin())));
  }

  /** Whether a value is still there. */
  boolean has(String key) {
    return left.get(key).isPresent();
  }

  /** Takes a value. */
  Optional<Node> take(String key) {
    return take(key, value -> true);
  }

  /** Takes a value if it is one that lines can say. */
  Optional<Node> take(String key, Predicate<Node> canBeSaid) {
    Optional<Node> value = left.get(key).filter(canBeSaid);
    left = value.isPresent() ? left.without(key) : left;
    return value;
  }

  /** Puts back what is left of something that was taken. */
  void back(String key, Mapping rest) {
    left = rest.isEmpty() ? left : left.with(key, rest);
  }

  Mapping left() {
    return left;
  }

  static boolean isText(Node value) {
    return value.string().filter(text -> !text.isEmpty()).isPresent();
  }

  static boolean isTexts(Node value) {
    return value
        .sequence()
        .filter(list -> !list.items().isEmpty() && list.items().stream().allMatch(Rest::isText))
        .isPresent();
  }
}
