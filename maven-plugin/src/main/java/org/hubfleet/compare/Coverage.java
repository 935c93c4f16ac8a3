package org.hubfleet.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The fields of a wanted tree that a live one does not have: what an API server or anybody else has
 * added beside them does not count, nor does a field that is absent where it is wanted empty.
 *
 * <p>Lists that have keys are looked into by key; all others belong as a whole to whom they are
 * from, so that an item too many counts.
 */
public final class Coverage {
  private final List<FieldChange> found = new ArrayList<>();

  private Coverage() {}

  /** The fields, in the order of the wanted tree. */
  public static List<FieldChange> missing(Node wanted, Node live) {
    Coverage coverage = new Coverage();
    coverage.compare(FieldPath.ROOT, "", wanted, live);
    return List.copyOf(coverage.found);
  }

  private void compare(FieldPath path, String field, Node wanted, Node live) {
    if (wanted instanceof Mapping was && live instanceof Mapping is) {
      maps(path, field, was, is);
    } else if (wanted instanceof Sequence was && live instanceof Sequence is) {
      lists(path, field, was, is);
    } else if (!TreeDiff.isSame(field, wanted, live)) {
      found.add(new FieldChange(path, Optional.of(wanted), Optional.of(live), wanted.origin()));
    }
  }

  private void maps(FieldPath path, String field, Mapping wanted, Mapping live) {
    String inside = TreeDiff.isAmounts(field) ? field : "";
    wanted
        .entries()
        .forEach(
            (key, entry) ->
                either(
                    path.key(key),
                    inside.isEmpty() ? key : inside,
                    entry.value(),
                    live.get(key).filter(node -> !node.isNull())));
  }

  private void either(FieldPath path, String field, Node wanted, Optional<Node> live) {
    if (live.isPresent()) {
      compare(path, field, wanted, live.get());
    } else if (!isNothing(wanted)) {
      found.add(new FieldChange(path, Optional.of(wanted), Optional.empty(), wanted.origin()));
    }
  }

  /** What an API server leaves out. */
  private static boolean isNothing(Node wanted) {
    if (wanted instanceof Mapping map) {
      return map.entries().values().stream().allMatch(entry -> isNothing(entry.value()));
    }
    if (wanted instanceof Sequence list) {
      return list.items().isEmpty();
    }
    return wanted instanceof Scalar value
        && (value.isNull() || List.of("", "0", "false").contains(value.text()));
  }

  private void lists(FieldPath path, String field, Sequence wanted, Sequence live) {
    ListMeaning meaning = ListMeaning.of(field, live, wanted);
    if (meaning == ListMeaning.BY_KEY) {
      keyed(path, field, wanted, live);
    } else if (!(meaning == ListMeaning.SET ? isSameSet(wanted, live) : isSame(wanted, live))) {
      found.add(new FieldChange(path, Optional.of(wanted), Optional.of(live), wanted.origin()));
    }
  }

  private void keyed(FieldPath path, String field, Sequence wanted, Sequence live) {
    List<String> keys = ListMeaning.keys(field, wanted);
    Map<String, Node> there = new LinkedHashMap<>();
    live.items().forEach(item -> there.put(ListMeaning.label(item, keys).orElseThrow(), item));
    for (Node item : wanted.items()) {
      String label = ListMeaning.label(item, keys).orElseThrow();
      either(path.item(label), "", item, Optional.ofNullable(there.get(label)));
    }
  }

  private static boolean isSameSet(Sequence wanted, Sequence live) {
    List<Node> left = new ArrayList<>(live.items());
    for (Node item : wanted.items()) {
      Optional<Node> same = left.stream().filter(l -> missing(item, l).isEmpty()).findFirst();
      if (same.isEmpty()) {
        return false;
      }
      left.remove(same.get());
    }
    return left.isEmpty();
  }

  private static boolean isSame(Sequence wanted, Sequence live) {
    if (wanted.items().size() != live.items().size()) {
      return false;
    }
    for (int i = 0; i < wanted.items().size(); i++) {
      if (!missing(wanted.items().get(i), live.items().get(i)).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
