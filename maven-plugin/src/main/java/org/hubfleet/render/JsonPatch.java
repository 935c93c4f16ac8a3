package org.hubfleet.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * Applies the operations of a JSON Patch (RFC 6902) to an object, in order; a value that is put
 * keeps the patch's place as its origin and remembers what it replaced.
 *
 * <p>Reports {@code patch/bad-pointer}, {@code patch/bad-operation} and {@code patch/test-failed},
 * and stops at the first, since later operations build on earlier ones.
 */
final class JsonPatch {
  private static final RuleName BAD_POINTER = RuleName.of("patch/bad-pointer");
  private static final RuleName BAD_OPERATION = RuleName.of("patch/bad-operation");
  private static final RuleName TEST_FAILED = RuleName.of("patch/test-failed");

  private static final Set<String> NAMES =
      Set.of("add", "remove", "replace", "move", "copy", "test");

  private JsonPatch() {}

  /** The patched object, or why an operation cannot be done. */
  static Outcome<Mapping> apply(Mapping object, Sequence operations) {
    Outcome<Mapping> result = Outcome.of(object);
    for (Node operation : operations.items()) {
      result = result.then(patched -> one(patched, operation));
    }
    return result;
  }

  private static Outcome<Mapping> one(Mapping object, Node operation) {
    String name = operation.get("op").flatMap(Node::string).orElse("");
    if (!NAMES.contains(name)) {
      // The shape of the file is told already.
      return Outcome.none(List.of());
    }
    Optional<Node> value = operation.get("value");
    Optional<JsonPointer> path = pointer(operation, "path");
    Optional<JsonPointer> from = pointer(operation, "from");
    boolean moves = name.equals("move") || name.equals("copy");
    if (path.isEmpty() || path.get().isWhole()) {
      return badPointer(operation, "path", "is no pointer to a field, such as /spec/replicas");
    }
    if (moves && (from.isEmpty() || from.get().isWhole())) {
      return badPointer(operation, "from", "is no pointer to a field, such as /spec/replicas");
    }
    if (!moves && !name.equals("remove") && value.isEmpty()) {
      return Outcome.none(
          Diagnostic.error(
              operation.origin().place(),
              BAD_OPERATION,
              "the operation " + name + " needs a value"));
    }
    return switch (name) {
      case "add" -> edit(object, operation, path.get(), new Put(value.get(), true));
      case "remove" -> edit(object, operation, path.get(), new Remove());
      case "replace" -> edit(object, operation, path.get(), new Put(value.get(), false));
      case "test" -> test(object, operation, path.get(), value.get());
      default -> move(object, operation, from.orElseThrow(), path.get(), name.equals("move"));
    };
  }

  private static Optional<JsonPointer> pointer(Node operation, String key) {
    return operation.get(key).flatMap(Node::string).flatMap(JsonPointer::parse);
  }

  private static Outcome<Mapping> badPointer(Node operation, String key, String mistake) {
    Node pointer = operation.get(key).orElse(operation);
    return Outcome.none(
        Diagnostic.error(
            pointer.origin().place(),
            BAD_POINTER,
            key
                + " "
                + pointer.string().map(text -> "\"" + text + "\"").orElse("")
                + " "
                + mistake));
  }

  private static Outcome<Mapping> edit(
      Mapping object, Node operation, JsonPointer path, Change change) {
    return edited(object, path.steps(), change)
        .flatMap(Node::mapping)
        .map(Outcome::of)
        .orElseGet(() -> badPointer(operation, "path", "leads nowhere in the object"));
  }

  private static Outcome<Mapping> move(
      Mapping object, Node operation, JsonPointer from, JsonPointer to, boolean removes) {
    Optional<Node> value = from.in(object);
    if (value.isEmpty()) {
      return badPointer(operation, "from", "leads nowhere in the object");
    }
    if (removes && to.isInside(from)) {
      return badPointer(operation, "path", "lies inside what is moved");
    }
    Outcome<Mapping> without =
        removes ? edit(object, operation, from, new Remove()) : Outcome.of(object);
    return without.then(rest -> edit(rest, operation, to, new Put(value.get(), true)));
  }

  private static Outcome<Mapping> test(
      Mapping object, Node operation, JsonPointer path, Node value) {
    Optional<Node> found = path.in(object);
    if (found.isEmpty()) {
      return badPointer(operation, "path", "leads nowhere in the object");
    }
    return JsonTrees.of(found.get()).equals(JsonTrees.of(value))
        ? Outcome.of(object)
        : Outcome.none(
            Diagnostic.error(
                value.origin().place(),
                TEST_FAILED,
                "expected "
                    + ShapeReport.shown(value)
                    + ", found "
                    + ShapeReport.shown(found.get())));
  }

  /** What happens to a map or list at one of its keys or indexes; absent when it cannot. */
  private interface Change {
    Optional<Node> in(Node parent, String step);
  }

  private static Optional<Node> edited(Node node, List<String> steps, Change change) {
    String step = steps.get(0);
    if (steps.size() == 1) {
      return change.in(node, step);
    }
    return JsonPointer.child(node, step)
        .flatMap(child -> edited(child, steps.subList(1, steps.size()), change))
        .flatMap(child -> new Put(child, false).raw(node, step));
  }

  private record Put(Node value, boolean adds) implements Change {
    @Override
    public Optional<Node> in(Node parent, String step) {
      Optional<Node> old = JsonPointer.child(parent, step);
      boolean inserts = adds && parent instanceof Sequence;
      Node put =
          old.isPresent() && !inserts ? value.from(value.origin().over(old.get().origin())) : value;
      return new Put(put, adds).raw(parent, step);
    }

    /** The same, origins as they are. */
    Optional<Node> raw(Node parent, String step) {
      if (parent instanceof Mapping map) {
        return adds || map.get(step).isPresent()
            ? Optional.of(map.with(step, value))
            : Optional.empty();
      }
      if (!(parent instanceof Sequence list)) {
        return Optional.empty();
      }
      int size = list.items().size();
      Optional<Integer> index =
          adds && step.equals("-") ? Optional.of(size) : JsonPointer.index(step);
      if (index.isEmpty() || index.get() > (adds ? size : size - 1)) {
        return Optional.empty();
      }
      List<Node> items = new ArrayList<>(list.items());
      if (adds) {
        items.add(index.get(), value);
      } else {
        items.set(index.get(), value);
      }
      return Optional.of(Sequence.of(items, list.origin()));
    }
  }

  private record Remove() implements Change {
    @Override
    public Optional<Node> in(Node parent, String step) {
      if (JsonPointer.child(parent, step).isEmpty()) {
        return Optional.empty();
      }
      if (parent instanceof Mapping map) {
        return Optional.of(map.without(step));
      }
      Sequence list = (Sequence) parent;
      List<Node> items = new ArrayList<>(list.items());
      items.remove((int) JsonPointer.index(step).orElseThrow());
      return Optional.of(Sequence.of(items, list.origin()));
    }
  }
}
