package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sources;
import org.hubfleet.source.ValuePath;

/**
 * Says of one hub where every value comes from, what it overrode and what it reaches; and of every
 * field of an object, which lines made it.
 */
public final class Explanation {
  private static final ValuePath VALUES = ValuePath.of("jupyterhub");
  private static final ValuePath NOTES = ValuePath.of("context", "notes");

  private final Blueprint blueprint;
  private final List<Manifest> manifests;
  private final WrittenValues written;
  private final Set<Place> secrets;
  private final UnaryOperator<String> paths;

  /**
   * @param sources the files of the fleet
   * @param secrets lines, as places without column, whose values are never shown
   * @param paths what a file is called in the answers
   */
  public Explanation(
      Blueprint blueprint,
      List<Manifest> manifests,
      Sources sources,
      Set<Place> secrets,
      UnaryOperator<String> paths) {
    this.blueprint = blueprint;
    this.manifests = List.copyOf(manifests);
    this.written = new WrittenValues(sources, Shelf.open());
    this.secrets = Set.copyOf(secrets);
    this.paths = paths;
  }

  /**
   * What people have to know of the hub, such as its callback URL, then all effective upstream
   * values, with the fields and traits that each reaches.
   */
  public List<Explained> ofAllValues() {
    List<Explained> all = new ArrayList<>(ofValues(NOTES).orElse(List.of()));
    all.addAll(values(blueprint.jupyterhub(), VALUES));
    return all;
  }

  /**
   * The values at a path and below it, with the fields and traits that each reaches; absent when
   * there is nothing at that path, empty when there is an empty map or list.
   *
   * @param path starts at {@code jupyterhub} or {@code context}
   */
  public Optional<List<Explained>> ofValues(ValuePath path) {
    return blueprint.values().at(path).map(node -> values(node, path));
  }

  private List<Explained> values(Node node, ValuePath path) {
    Reach reach = new Reach(blueprint, manifests);
    return Leaf.of(node, path).stream()
        .map(leaf -> explained(leaf, reach.of(leaf.value().origin().place())))
        .toList();
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
  public Optional<List<Explained>> ofObject(String id, ValuePath path) {
    return manifests.stream()
        .filter(manifest -> manifest.id().equals(id))
        .findFirst()
        .flatMap(manifest -> manifest.object().at(path))
        .map(node -> Leaf.of(node, path).stream().map(leaf -> explained(leaf, List.of())).toList());
  }

  private Explained explained(Leaf leaf, List<Explained.Target> reaches) {
    Origin origin = leaf.value().origin();
    return new Explained(
        leaf.path(),
        Optional.of(leaf.value()).filter(value -> leaf.places().stream().noneMatch(this::isSecret)),
        shown(origin.place()),
        origin.layer(),
        leaf.places().stream()
            .filter(place -> !place.equals(origin.place()))
            .map(this::shown)
            .toList(),
        origin.overrode().stream().map(this::overrode).toList(),
        reaches);
  }

  private Explained.Overrode overrode(Origin other) {
    boolean secret = isSecret(other.place());
    Optional<Scalar> value = written.at(other.place()).filter(was -> !secret);
    return new Explained.Overrode(value, secret, shown(other.place()), other.layer());
  }

  private Place shown(Place place) {
    return new Place(paths.apply(place.file()), place.line(), place.column());
  }

  private boolean isSecret(Place place) {
    return secrets.contains(new Place(place.file(), place.line(), 0));
  }
}
