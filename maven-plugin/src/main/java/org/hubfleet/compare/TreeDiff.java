package org.hubfleet.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Quantity;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/**
 * The fields in which two trees differ by meaning: the order of keys never counts, that of lists
 * only where a cluster sees it, a null is nothing, amounts are compared as amounts, and text that
 * is JSON is compared as what it says.
 */
public final class TreeDiff {
  private static final Set<String> AMOUNTS =
      Set.of("requests", "limits", "capacity", "allocatable", "hard", "sizeLimit", "divisor");

  private final Texts texts;
  private final List<FieldChange> found = new ArrayList<>();

  private TreeDiff(Texts texts) {
    this.texts = texts;
  }

  /** The fields that differ, in the order of the new tree, those that are gone last in each map. */
  public static List<FieldChange> between(Node before, Node after) {
    return between(before, after, Texts.NONE);
  }

  /**
   * The fields that differ.
   *
   * @param texts the tree that a JSON text in the new tree was written from, where it is known, so
   *     that its values have origins
   */
  public static List<FieldChange> between(Node before, Node after, Texts texts) {
    TreeDiff diff = new TreeDiff(texts);
    diff.compare(FieldPath.ROOT, "", before, after);
    return List.copyOf(diff.found);
  }

  /** Whether the values of the maps in that field are amounts. */
  static boolean isAmounts(String field) {
    return AMOUNTS.contains(field);
  }

  private void compare(FieldPath path, String field, Node before, Node after) {
    if (before instanceof Mapping was && after instanceof Mapping is) {
      maps(path, field, was, is);
    } else if (before instanceof Sequence was && after instanceof Sequence is) {
      lists(path, field, was, is);
    } else if (!isSame(field, before, after) && !isSameDocument(path, before, after)) {
      found.add(new FieldChange(path, Optional.of(before), Optional.of(after), after.origin()));
    }
  }

  private void maps(FieldPath path, String field, Mapping was, Mapping is) {
    Set<String> keys = new LinkedHashSet<>(is.entries().keySet());
    keys.addAll(was.entries().keySet());
    String inside = AMOUNTS.contains(field) ? field : "";
    for (String key : keys) {
      either(
          path.key(key),
          inside.isEmpty() ? key : inside,
          value(was, key),
          value(is, key),
          is.origin());
    }
  }

  private static Optional<Node> value(Mapping map, String key) {
    return map.get(key).filter(node -> !node.isNull());
  }

  private void either(
      FieldPath path, String field, Optional<Node> was, Optional<Node> is, Origin around) {
    if (was.isPresent() && is.isPresent()) {
      compare(path, field, was.get(), is.get());
    } else if (was.isPresent() || is.isPresent()) {
      found.add(new FieldChange(path, was, is, is.map(Node::origin).orElse(around)));
    }
  }

  private void lists(FieldPath path, String field, Sequence was, Sequence is) {
    switch (ListMeaning.of(field, was, is)) {
      case BY_KEY -> keyed(path, field, was, is);
      case SET -> sets(path, was, is);
      case BY_PLACE -> placed(path, was, is);
    }
  }

  private void keyed(FieldPath path, String field, Sequence was, Sequence is) {
    List<String> keys = ListMeaning.keys(field, is);
    Map<String, Node> before = byLabel(was, keys);
    Map<String, Node> after = byLabel(is, keys);
    Set<String> labels = new LinkedHashSet<>(after.keySet());
    labels.addAll(before.keySet());
    for (String label : labels) {
      either(
          path.item(label),
          "",
          Optional.ofNullable(before.get(label)),
          Optional.ofNullable(after.get(label)),
          is.origin());
    }
    // Init containers run one after another.
    if (field.equals("initContainers")
        && before.keySet().equals(after.keySet())
        && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
      found.add(new FieldChange(path, Optional.of(was), Optional.of(is), is.origin()));
    }
  }

  private static Map<String, Node> byLabel(Sequence list, List<String> keys) {
    Map<String, Node> items = new LinkedHashMap<>();
    list.items().forEach(item -> items.put(ListMeaning.label(item, keys).orElseThrow(), item));
    return items;
  }

  /** Items that are in one list only; two that differ in part are one gone and one new. */
  private void sets(FieldPath path, Sequence was, Sequence is) {
    List<Node> gone = new ArrayList<>(was.items());
    List<Node> fresh = new ArrayList<>();
    for (Node item : is.items()) {
      Optional<Node> same = gone.stream().filter(old -> isSameTree(old, item)).findFirst();
      same.ifPresentOrElse(gone::remove, () -> fresh.add(item));
    }
    fresh.forEach(
        item ->
            found.add(
                new FieldChange(
                    path.item(""), Optional.empty(), Optional.of(item), item.origin())));
    gone.forEach(
        item ->
            found.add(
                new FieldChange(path.item(""), Optional.of(item), Optional.empty(), is.origin())));
  }

  private void placed(FieldPath path, Sequence was, Sequence is) {
    int size = Math.max(was.items().size(), is.items().size());
    for (int i = 0; i < size; i++) {
      either(path.item(Integer.toString(i)), "", item(was, i), item(is, i), is.origin());
    }
  }

  private static Optional<Node> item(Sequence list, int index) {
    return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
  }

  private static boolean isSameTree(Node before, Node after) {
    return between(before, after).isEmpty();
  }

  /** Whether two single values of a field mean the same. */
  static boolean isSame(String field, Node before, Node after) {
    if (!(before instanceof Scalar was) || !(after instanceof Scalar is)) {
      return false;
    }
    return (was.kind() == is.kind() && was.text().equals(is.text()))
        || (AMOUNTS.contains(field) && areEqual(was, is));
  }

  private static boolean areEqual(Scalar was, Scalar is) {
    Optional<BigDecimal> before = Quantity.kubernetes(was);
    Optional<BigDecimal> after = Quantity.kubernetes(is);
    return before.isPresent() && after.isPresent() && before.get().compareTo(after.get()) == 0;
  }

  /** Looks into texts that are JSON; whether both are, so that what differs has been found. */
  private boolean isSameDocument(FieldPath path, Node before, Node after) {
    Optional<Node> was = before.string().flatMap(TreeDiff::document);
    Optional<Node> is = after.string().flatMap(text -> texts.tree(text).or(() -> inside(after)));
    if (was.isEmpty() || is.isEmpty()) {
      return false;
    }
    int already = found.size();
    compare(path, "", was.get(), is.get());
    // Two texts that say the same in another order of keys still mean something else to whoever
    // reads the order, as JupyterHub does with the choices of a profile.
    if (found.size() == already
        && !JsonWriter.write(was.get()).equals(JsonWriter.write(is.get()))) {
      found.add(new FieldChange(path, Optional.of(before), Optional.of(after), after.origin()));
    }
    return true;
  }

  private static Optional<Node> inside(Node text) {
    return text.string().flatMap(TreeDiff::document).map(tree -> located(tree, text.origin()));
  }

  private static Optional<Node> document(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[")
        ? YamlReader.ofOurs().read("text", text, Layer.COMPILER).value()
        : Optional.empty();
  }

  /** The tree with one origin throughout. */
  private static Node located(Node node, Origin origin) {
    if (node instanceof Mapping map) {
      Mapping.Builder copy = Mapping.builder(origin);
      map.entries().forEach((key, e) -> copy.put(key, origin, located(e.value(), origin)));
      return copy.build();
    }
    if (node instanceof Sequence list) {
      return Sequence.of(list.items().stream().map(i -> located(i, origin)).toList(), origin);
    }
    return node.from(origin);
  }
}
