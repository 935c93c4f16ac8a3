package org.hubfleet.lift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * Values that mean the same as others at another path, as the files of {@code shelf/meanings} list
 * them: words of charts around the official one, and what upstream reads at two places.
 */
public final class Meanings {
  /** The words of upstream itself; those of other files are read by a chart around it. */
  private static final String UPSTREAM = "upstream";

  /**
   * One entry.
   *
   * @param of whose word it is
   * @param said its path from the roots of the values; {@code []} stands for any item, {@code *}
   *     for any key
   * @param line the key of the hub language that says it, dotted
   * @param at where the same value then stands in what a hub's objects are made of
   * @param isTree whether what is below it means the same too
   * @param usual the value with which it says nothing
   */
  public record Meaning(
      String of, ValuePath said, String line, ValuePath at, boolean isTree, Optional<Node> usual) {
    /** Whether only a chart around the official one reads it. */
    public boolean isOfWrapper() {
      return !of.equals(UPSTREAM);
    }

    /** Whether the place has no name that stands for any other. */
    boolean isExact() {
      return at.segments().stream().noneMatch(step -> step instanceof ValuePath.AnyKey);
    }

    /** Whether a path is the place. */
    boolean isPlace(ValuePath path) {
      return at.segments().size() == path.segments().size() && fits(at.segments(), path.segments());
    }
  }

  private final List<Meaning> all;

  private Meanings(List<Meaning> all) {
    this.all = List.copyOf(all);
  }

  /** Those of the shelf. */
  public static Meanings of(Shelf shelf) {
    List<Meaning> all = new ArrayList<>();
    for (String file : shelf.files("meanings", ".yaml")) {
      Mapping tree = shelf.tree(file, Layer.COMPILER);
      String of = text(tree, "of");
      for (Node one : tree.get("means").flatMap(Node::sequence).orElseThrow().items()) {
        boolean below = one.get("tree").filter(Node::isTrue).isPresent();
        all.add(
            new Meaning(
                of,
                path(one, "said"),
                text(one, "line"),
                path(one, "at"),
                below,
                one.get("usual")));
      }
    }
    return new Meanings(all);
  }

  private static ValuePath path(Node entry, String key) {
    return ValuePath.parse(text(entry, key)).orElseThrow();
  }

  private static String text(Node entry, String key) {
    return entry.get(key).flatMap(Node::string).orElseThrow();
  }

  /** All entries, by file and in its order. */
  public List<Meaning> all() {
    return all;
  }

  /** What is listed for a value at a path from the roots; mostly nothing. */
  public Optional<Meaning> of(ValuePath path) {
    return all.stream().flatMap(one -> narrowed(one, path).stream()).findFirst();
  }

  /** The entry as it is for that very path. */
  private static Optional<Meaning> narrowed(Meaning one, ValuePath path) {
    int length = one.said().segments().size();
    List<ValuePath.Segment> found = path.segments();
    boolean fits = one.isTree() ? found.size() >= length : found.size() == length;
    if (!fits || !fits(one.said().segments(), found.subList(0, length))) {
      return Optional.empty();
    }
    ValuePath at = one.at().then(new ValuePath(found.subList(length, found.size())));
    return Optional.of(new Meaning(one.of(), path, one.line(), at, false, one.usual()));
  }

  private static boolean fits(List<ValuePath.Segment> wanted, List<ValuePath.Segment> found) {
    for (int i = 0; i < wanted.size(); i++) {
      boolean fits =
          wanted.get(i).equals(found.get(i))
              || (wanted.get(i) instanceof ValuePath.AnyKey
                  && found.get(i) instanceof ValuePath.Key)
              || (wanted.get(i) instanceof ValuePath.AnyItem
                  && found.get(i) instanceof ValuePath.Index);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a value stands at the place listed for it.
   *
   * @param values what a hub's objects are made of, from its roots
   * @param same whether a value found at a path there is the one
   */
  public boolean isThere(Meaning meaning, Mapping values, BiPredicate<ValuePath, Node> same) {
    return isThere(meaning.at().segments(), 0, ValuePath.ROOT, values, same);
  }

  private static boolean isThere(
      List<ValuePath.Segment> steps,
      int next,
      ValuePath at,
      Node node,
      BiPredicate<ValuePath, Node> same) {
    if (next == steps.size()) {
      return same.test(at, node);
    }
    if (steps.get(next) instanceof ValuePath.Key key) {
      return node.get(key.name())
          .filter(value -> isThere(steps, next + 1, at.key(key.name()), value, same))
          .isPresent();
    }
    List<Node> items = node.sequence().map(Sequence::items).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      boolean asked = !(steps.get(next) instanceof ValuePath.Index index) || index.number() == i;
      if (asked && isThere(steps, next + 1, at.index(i), items.get(i), same)) {
        return true;
      }
    }
    return false;
  }
}
