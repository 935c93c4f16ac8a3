package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Dialect;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.YamlReader;

/**
 * Values files read and merged as Helm does it: maps deep, lists and scalars replace, and a null
 * replaces as well. A null that no later file replaces stays, for it takes a default of the chart
 * away.
 *
 * @param tree of all files together
 * @param readings warnings about what YAML 1.1 reads in another way than YAML 1.2
 */
record HelmValues(Mapping tree, List<Diagnostic> readings) {
  private static final RuleName EMPTY = RuleName.of("yaml/empty");
  private static final RuleName NO_MAP = RuleName.of("import/no-map");

  HelmValues {
    readings = List.copyOf(readings);
  }

  /** Reads the files in order; every file that cannot be read is an error. */
  static Outcome<HelmValues> read(List<InputFile> files) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Diagnostic> readings = new ArrayList<>();
    Mapping merged = Mapping.empty(start(files));
    for (InputFile file : files) {
      Outcome<Node> read =
          YamlReader.ofConfig().read(file.name(), file.text(), Layer.HUB, Dialect.HELM);
      for (Diagnostic diagnostic : read.diagnostics()) {
        if (!diagnostic.rule().equals(EMPTY)) {
          (diagnostic.isError() ? problems : readings).add(diagnostic);
        }
      }
      Optional<Mapping> map = read.value().flatMap(Node::mapping);
      if (map.isPresent()) {
        merged = merge(merged, map.get());
      } else if (read.value().filter(node -> !node.isNull()).isPresent()) {
        problems.add(
            Diagnostic.error(
                Place.ofFile(file.name()), NO_MAP, "expected a map of values, found none"));
      }
    }
    return problems.isEmpty()
        ? Outcome.of(new HelmValues(merged, readings))
        : Outcome.none(problems);
  }

  private static Origin start(List<InputFile> files) {
    String first = files.isEmpty() ? "values" : files.get(0).name();
    return Origin.at(Place.ofFile(first), Layer.HUB);
  }

  private static Mapping merge(Mapping base, Mapping over) {
    Map<String, Mapping.Entry> merged = new LinkedHashMap<>(base.entries());
    over.entries()
        .forEach(
            (key, entry) -> {
              Mapping.Entry old = merged.get(key);
              Node value =
                  old != null
                          && old.value() instanceof Mapping below
                          && entry.value() instanceof Mapping above
                      ? merge(below, above)
                      : entry.value();
              merged.put(key, new Mapping.Entry(entry.key(), value));
            });
    return new Mapping(merged, base.isEmpty() ? over.origin() : base.origin());
  }

  /** What was read in another way, of the values that are left in that tree. */
  List<Note> mended(Mapping left) {
    PlaceIndex index = new PlaceIndex(left);
    List<Note> notes = new ArrayList<>();
    for (Diagnostic reading : readings) {
      index
          .at(reading.place())
          .ifPresent(
              path ->
                  notes.add(
                      new Note(
                          Note.Kind.MENDED, reading.place(), path.toString(), reading.message())));
    }
    return notes;
  }
}
