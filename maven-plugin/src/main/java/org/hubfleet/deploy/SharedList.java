package org.hubfleet.deploy;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hubfleet.compare.Part;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/**
 * A file that lists what several hubs have in one folder: {@code .hubs.yaml}, and the {@code
 * kustomization.yaml} and {@code .owned.yaml} of a folder that hubs share. A run about some hubs
 * changes their lines in it and no others.
 *
 * @param path of the file
 */
record SharedList(String path) {
  private static final Origin OURS = Origin.at(Place.ofFile("generated"), Layer.COMPILER);
  private static final List<String> KEYS = List.of("resources", "files", "owns");

  /** The list at that path; absent when the file there is no list of several parts. */
  static Optional<SharedList> at(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean list =
        path.equals(".hubs.yaml")
            || name.equals("kustomization.yaml")
            || name.equals(".owned.yaml");
    return list && !Part.of(path).isHub() ? Optional.of(new SharedList(path)) : Optional.empty();
  }

  /**
   * The text of the list after the run.
   *
   * @param deployed as it is
   * @param compiled as the whole fleet would have it
   * @param isFresh tells of a path whether the compiled file is the one that will be there
   * @param isThere tells of a path whether there will be anything
   */
  String after(
      Optional<String> deployed,
      String compiled,
      Predicate<String> isFresh,
      Predicate<String> isThere) {
    Mapping tree = read(compiled).orElseThrow();
    SortedSet<String> lines = new TreeSet<>();
    for (String line : lines(tree)) {
      if (isFresh.test(target(line))) {
        lines.add(line);
      }
    }
    for (String line : deployed.flatMap(this::read).map(SharedList::lines).orElse(List.of())) {
      if (isThere.test(target(line))) {
        lines.add(line);
      }
    }
    Mapping after = tree;
    for (String key : KEYS) {
      if (tree.get(key).isPresent()) {
        after = after.with(key, sequence(lines));
      }
    }
    return YamlWriter.write(after);
  }

  /** The file or folder that a line is about, relative to {@code generated/}. */
  private String target(String line) {
    return path.substring(0, path.lastIndexOf('/') + 1) + line;
  }

  private Optional<Mapping> read(String text) {
    return YamlReader.ofOurs().read(path, text, Layer.COMPILER).value().flatMap(Node::mapping);
  }

  private static List<String> lines(Mapping tree) {
    return KEYS.stream()
        .flatMap(key -> tree.get(key).flatMap(Node::sequence).stream())
        .flatMap(list -> list.items().stream())
        .flatMap(item -> item.string().stream())
        .toList();
  }

  private static Sequence sequence(SortedSet<String> lines) {
    return Sequence.of(lines.stream().map(line -> Scalar.string(line, OURS)).toList(), OURS);
  }
}
