package org.hubfleet.lower.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.pod.SecretArrival;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/**
 * Finds {@code secrets:} lines for a value that there is not, such as a misspelt trait: the hub
 * would read the secret and nothing would get it. What is wrong with the path is said as it would
 * be of the value itself, {@code values/unknown-key} above all.
 */
final class UnknownSecretPath implements ValuesCheck {
  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    Vocabulary vocabulary = hub.vocabulary();
    ShapeReport report = new ShapeReport("values", vocabulary.places(), Vocabulary.ROOT);
    lines(hub)
        .flatMap(line -> asValue(line.getKey(), line.getValue().key()).stream())
        .forEach(
            tree -> problems.addAll(report.inspect(vocabulary.layer(), tree, hub.extensions())));
  }

  private static Stream<Map.Entry<String, Mapping.Entry>> lines(Checked hub) {
    return hub.values().hub().tree().get("secrets").flatMap(Node::mapping).stream()
        .flatMap(lines -> lines.entries().entrySet().stream());
  }

  /** The values with nothing at that path, all of it standing where the line stands. */
  private static Optional<Node> asValue(String line, Origin said) {
    Optional<ValuePath> path = ValuePath.parse(line);
    if (path.flatMap(SecretArrival::of).isEmpty()) {
      return Optional.empty();
    }
    List<ValuePath.Segment> steps = path.get().segments();
    Node value = Scalar.nothing(said);
    for (int i = steps.size() - 1; i > 0; i--) {
      String key = ((ValuePath.Key) steps.get(i)).name();
      value = Mapping.builder(said).put(key, said, value).build();
    }
    return Optional.of(value);
  }
}
