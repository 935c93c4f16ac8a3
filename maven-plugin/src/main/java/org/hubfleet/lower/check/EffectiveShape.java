package org.hubfleet.lower.check;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * Finds effective values that do not fit the vocabulary whole: what is missing once all layers are
 * merged, and values that fit alone but not together. Reports rules of the topic {@code values}.
 */
final class EffectiveShape implements ValuesCheck {
  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    Vocabulary vocabulary = hub.vocabulary();
    ShapeReport report = new ShapeReport("values", vocabulary.places(), Vocabulary.ROOT);
    Mapping tree = hub.values().jupyterhub();
    for (Diagnostic problem : report.inspect(vocabulary.whole(), tree, hub.extensions())) {
      problems.add(
          problem.place().file().startsWith("shelf/")
              ? problem.at(hub.blame(standing(tree, problem).orElse(tree)))
              : problem);
    }
  }

  /** The value that a problem with one of our defaults is about. */
  private static Optional<Node> standing(Node tree, Diagnostic problem) {
    if (tree.origin().place().equals(problem.place())) {
      return Optional.of(tree);
    }
    if (tree instanceof Mapping map) {
      return map.entries().values().stream()
          .flatMap(entry -> standing(entry.value(), problem).stream())
          .findFirst();
    }
    if (tree instanceof Sequence list) {
      return list.items().stream().flatMap(item -> standing(item, problem).stream()).findFirst();
    }
    return Optional.empty();
  }
}
