package org.hubfleet.lift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * How much of what the overrides of a hub file say the lines of the hub language could say.
 *
 * <p>Other than in {@link Lifting}, lines may say more than the overrides did, as long as nothing
 * new is wrong: a login also sets its callback.
 */
public final class Coverage {
  private static final ValuePath ROOT = ValuePath.of("jupyterhub");

  /** What became of a single value. */
  public enum Kind {
    /** Lines give the same value at the same path. */
    SAME,
    /** It is what upstream does anyway, so nothing need be said. */
    DEFAULT,
    /** Lines give the same value at the path that {@link Meanings} lists as meaning the same. */
    LISTED,
    /** Lines give the same value at another path, where a capability of ours wants it. */
    ELSEWHERE,
    /** No line says it. */
    LEFT
  }

  /**
   * A single value of the overrides.
   *
   * @param path below {@code jupyterhub}
   */
  public record Setting(ValuePath path, Node value, Kind kind) {}

  /**
   * What was found.
   *
   * @param settings in the order of the file
   * @param lines the hub file with all lines that can be said
   */
  public record Found(List<Setting> settings, Mapping lines) {}

  private final Lifting lifting;
  private final Meanings meanings;

  public Coverage(Lifting lifting, Meanings meanings) {
    this.lifting = lifting;
    this.meanings = meanings;
  }

  /** What lines say of a hub file; nothing when the file makes no hub. */
  public Optional<Found> of(Mapping file, Trial trial) {
    Optional<Outcome<Blueprint>> before = trial.of(file);
    if (before.flatMap(Outcome::value).isEmpty()) {
      return Optional.empty();
    }
    Told told = Told.of(file, before.get().value().orElseThrow().hub().cluster());
    List<Proposal> kept =
        Lifting.keep(
            file,
            lifting.proposals(told),
            trial,
            after -> SameHub.isNothingNewWrong(before.get(), after));
    Mapping lines = Rewrite.of(file, kept).without("overrides");
    Mapping typed = values(trial, lines);
    Mapping bare = values(trial, file.without("overrides"));
    List<Setting> settings = new ArrayList<>();
    leaves(
        told.values(),
        ValuePath.ROOT,
        (path, value) ->
            settings.add(new Setting(path, value, kind(path, value, typed, bare, kept))));
    return Optional.of(new Found(settings, lines));
  }

  private static Mapping values(Trial trial, Mapping file) {
    return trial
        .of(file)
        .flatMap(Outcome::value)
        .map(Blueprint::values)
        .orElseGet(() -> Mapping.empty(file.origin()));
  }

  private Kind kind(ValuePath path, Node value, Mapping typed, Mapping bare, List<Proposal> kept) {
    if (holds(typed, path, value, path)) {
      return holds(bare, path, value, path) ? Kind.DEFAULT : Kind.SAME;
    }
    if (isOffAnyway(path, value)
        && typed.at(ROOT.then(path)).isEmpty()
        && typed.at(ROOT.then(profile(path))).isPresent()) {
      return Kind.DEFAULT;
    }
    Optional<Meanings.Meaning> listed = meanings.of(ROOT.then(path));
    if (listed.isPresent()) {
      boolean usual = listed.get().usual().filter(one -> isSame(value, one, path)).isPresent();
      if ((usual || isEmpty(value)) && bare.at(ROOT.then(path)).isEmpty()) {
        return Kind.DEFAULT;
      }
      if (isListedThere(listed.get(), path, value, typed, kept)) {
        return Kind.LISTED;
      }
    }
    return moved(path, kept).anyMatch(other -> holds(typed, other, value, path))
        ? Kind.ELSEWHERE
        : Kind.LEFT;
  }

  /**
   * A switch of KubeSpawner's form, and of the one of jupyterhub-fancy-profiles, that is off: to
   * leave it out is the same.
   */
  private static boolean isOffAnyway(ValuePath path, Node value) {
    String text = path.toString();
    return text.startsWith("singleuser.profileList[")
        && (text.endsWith(".unlisted_choice.enabled")
            || text.endsWith(".dynamic_image_building.enabled"))
        && value.scalar().filter(s -> s.text().equals("false")).isPresent();
  }

  /** The profile that a value belongs to. */
  private static ValuePath profile(ValuePath path) {
    return new ValuePath(path.segments().subList(0, 3));
  }

  /** Where names stand for others, it has to be where the lines themselves say. */
  private boolean isListedThere(
      Meanings.Meaning listed, ValuePath path, Node value, Mapping typed, List<Proposal> kept) {
    return listed.isExact()
        ? meanings.isThere(listed, typed, (at, found) -> isSame(value, found, path))
        : moved(path, kept)
            .filter(other -> listed.isPlace(ROOT.then(other)))
            .anyMatch(other -> holds(typed, other, value, path));
  }

  /** Where lines say that they put a value. */
  private static Stream<ValuePath> moved(ValuePath path, List<Proposal> kept) {
    return kept.stream().flatMap(one -> Optional.ofNullable(one.elsewhere().get(path)).stream());
  }

  /** Whether it says nothing by itself. */
  private static boolean isEmpty(Node value) {
    return value.string().filter(String::isEmpty).isPresent() || isEmptyTree(value);
  }

  private static boolean isEmptyTree(Node value) {
    return value instanceof Mapping map && map.isEmpty()
        || value instanceof Sequence list && list.items().isEmpty();
  }

  private static boolean holds(Mapping values, ValuePath at, Node value, ValuePath path) {
    return values
        .at(ROOT.then(at))
        .filter(found -> isSame(value, found, path) || (isNothingMore(value) && isMap(found)))
        .isPresent();
  }

  /** A map without entries changes nothing of the map that it is laid over. */
  private static boolean isNothingMore(Node value) {
    return value instanceof Mapping map && map.isEmpty();
  }

  private static boolean isMap(Node found) {
    return found instanceof Mapping;
  }

  private static boolean isSame(Node value, Node found, ValuePath path) {
    int size = path.segments().size();
    String parent = new ValuePath(path.segments().subList(0, Math.max(0, size - 1))).name();
    return SameHub.isSame(value, found, path.name(), parent);
  }

  /** Takes a single value, or an empty map or list, with its path. */
  @FunctionalInterface
  private interface Visitor {
    void visit(ValuePath path, Node value);
  }

  private static void leaves(Node node, ValuePath path, Visitor visitor) {
    if (isEmptyTree(node) || node.scalar().isPresent()) {
      visitor.visit(path, node);
    } else if (node instanceof Mapping map) {
      map.entries().forEach((key, entry) -> leaves(entry.value(), path.key(key), visitor));
    } else if (node instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        leaves(list.items().get(i), path.index(i), visitor);
      }
    }
  }
}
