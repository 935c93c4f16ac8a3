package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.parallel.TwoAtATime;
import org.hubfleet.schema.Extension;
import org.hubfleet.schema.SchemaStep;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sources;

/**
 * Holds the upstream values that people wrote, block by block, against the vocabulary of the minor
 * they are for. Values of the fleet and of a community are for every minor that a hub of theirs
 * runs on. Reports rules of the topic {@code values}, each mistake once, {@code
 * secrets/plain-value}, {@code values/unused-extension} and {@code config/unread-file}.
 */
public final class LayerCheck {
  private final Vocabularies vocabularies;

  public LayerCheck(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  /** The same fleet, with the problems of each layer. */
  public Outcome<Fleet> check(Fleet fleet) {
    List<Diagnostic> problems = new ArrayList<>();
    List<Layered> layers = Layered.of(fleet);
    problems.addAll(UnusedExtension.inspect(layers));
    problems.addAll(UnreadFile.inspect(fleet.sources()));
    TwoAtATime.map(layers, layered -> inspect(layered, fleet.sources())).forEach(problems::addAll);
    return Outcome.of(fleet, problems.stream().distinct().toList());
  }

  private List<Diagnostic> inspect(Layered layered, Sources sources) {
    List<Diagnostic> found = new ArrayList<>();
    for (String minor : minors(layered)) {
      found.addAll(inspect(layered, vocabularies.of(minor), sources));
    }
    return found;
  }

  private Set<String> minors(Layered layered) {
    Set<String> minors = new TreeSet<>();
    layered.hubs().forEach(hub -> minors.add(hub.cluster().minor()));
    return minors.isEmpty() ? Set.of(vocabularies.middle()) : minors;
  }

  private static List<Diagnostic> inspect(Layered layered, Vocabulary vocabulary, Sources sources) {
    List<Diagnostic> found = new ArrayList<>();
    ShapeReport report = new ShapeReport("values", vocabulary.places(), Vocabulary.ROOT);
    List<Extension> extensions = layered.extensions();
    for (Node values : layered.values()) {
      values
          .get("jupyterhub")
          .filter(tree -> tree.mapping().isPresent())
          .ifPresent(
              tree -> {
                found.addAll(report.inspect(vocabulary.layer(), tree, extensions));
                vocabulary.walk().walk(tree, Vocabulary.ROOT, step -> judge(step, layered, found));
              });
    }
    found.addAll(PatchSecret.inspect(layered.file()));
    for (PythonBlock snippet : PythonBlock.of(layered)) {
      found.addAll(ConfigPaths.inspect(snippet, layered, vocabulary, sources));
    }
    return found;
  }

  private static void judge(SchemaStep step, Layered layered, List<Diagnostic> found) {
    OutdatedSetting.inspect(step).ifPresent(found::add);
    PlainSecret.inspect(step, layered).ifPresent(found::add);
  }
}
