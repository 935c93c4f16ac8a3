package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sources;
import org.hubfleet.source.ValuePath;
import org.hubfleet.source.YamlWriter;

/**
 * Says of one hub where every value comes from, what it overrode and what it reaches; and of every
 * field of an object, which lines made it.
 */
public final class Explanation {
  private static final ValuePath VALUES = ValuePath.of("jupyterhub");

  private final Blueprint blueprint;
  private final List<Manifest> manifests;
  private final WrittenValues written;
  private final Set<Place> secrets;

  /**
   * @param sources the files of the fleet
   * @param secrets lines, as places without column, whose values are never shown
   */
  public Explanation(
      Blueprint blueprint, List<Manifest> manifests, Sources sources, Set<Place> secrets) {
    this.blueprint = blueprint;
    this.manifests = List.copyOf(manifests);
    this.written = new WrittenValues(sources, Shelf.open());
    this.secrets = Set.copyOf(secrets);
  }

  /** All effective upstream values, with the objects and traits that each reaches. */
  public List<String> ofAllValues() {
    Reach reach = new Reach(blueprint, manifests);
    List<String> lines = new ArrayList<>();
    for (Leaf leaf : Leaf.of(blueprint.jupyterhub(), VALUES)) {
      value(leaf, lines);
      List<String> owners = reach.ownersOf(leaf.value().origin().place());
      if (!owners.isEmpty()) {
        lines.add("  reaches " + String.join(", ", owners));
      }
    }
    return lines;
  }

  /**
   * The values at a path and below it, with the fields and traits that each reaches; absent when
   * there is nothing at that path.
   *
   * @param path starts at {@code jupyterhub} or {@code context}
   */
  public Optional<List<String>> ofValues(ValuePath path) {
    Reach reach = new Reach(blueprint, manifests);
    return blueprint
        .values()
        .at(path)
        .map(
            node -> {
              List<String> lines = new ArrayList<>();
              for (Leaf leaf : Leaf.of(node, path)) {
                value(leaf, lines);
                reach
                    .of(leaf.value().origin().place())
                    .forEach(t -> lines.add("  reaches " + t.owner() + " " + t.field()));
              }
              return lines.isEmpty() ? List.of(path + ": empty") : lines;
            });
  }

  /** The ids of the hub's objects, such as {@code Deployment/hub}, in the order of the shelf. */
  public List<String> objects() {
    return manifests.stream().map(Manifest::id).toList();
  }

  /** The paths at which one can ask next to a path that holds nothing. */
  public List<String> keysBeside(ValuePath path) {
    Node node = blueprint.values();
    for (ValuePath.Segment segment : path.segments()) {
      Optional<Node> next = node.at(new ValuePath(List.of(segment)));
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    return node.mapping().map(map -> List.copyOf(map.entries().keySet())).orElse(List.of());
  }

  /**
   * The fields of an object at a path and below it, each with the lines that made it; absent when
   * the hub has no such object or the object no such field.
   */
  public Optional<List<String>> ofObject(String id, ValuePath path) {
    return manifests.stream()
        .filter(manifest -> manifest.id().equals(id))
        .findFirst()
        .flatMap(manifest -> manifest.object().at(path))
        .map(
            node -> {
              List<String> lines = new ArrayList<>();
              Leaf.of(node, path).forEach(leaf -> value(leaf, lines));
              return lines;
            });
  }

  private void value(Leaf leaf, List<String> lines) {
    Origin origin = leaf.value().origin();
    lines.add(leaf.path() + ": " + shown(leaf.value(), leaf.places()));
    lines.add("  from " + origin.place() + " (" + origin.layer().word() + ")");
    leaf.places().stream()
        .filter(place -> !place.equals(origin.place()))
        .forEach(place -> lines.add("  with " + place));
    for (Origin other : origin.overrode()) {
      String was =
          written.at(other.place()).map(v -> shown(v, Set.of(other.place())) + " ").orElse("");
      lines.add("  over " + was + "from " + other.place() + " (" + other.layer().word() + ")");
    }
  }

  private String shown(Scalar value, Set<Place> places) {
    boolean secret =
        places.stream().anyMatch(p -> secrets.contains(new Place(p.file(), p.line(), 0)));
    if (secret) {
      return "(a secret, not shown)";
    }
    return value.kind() == Scalar.Kind.STRING ? YamlWriter.quoted(value.text()) : value.text();
  }
}
