package org.hubfleet.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Misspells every key of the vocabulary by one letter, at its own place: each is reported there,
 * with the right key as the suggestion.
 */
class MisspeltKeysIT {
  private static final String LOCAL = "#/$defs/";
  private static final int DEEPEST = 9;
  private static final Vocabularies VOCABULARIES = new Vocabularies(Shelf.open());
  private static final Vocabulary VOCABULARY = VOCABULARIES.of(VOCABULARIES.middle());
  private static final ShapeReport REPORT =
      new ShapeReport("values", VOCABULARY.places(), Vocabulary.ROOT);
  private static final Origin HERE =
      Origin.at(new Place("config/communities/lab/hub.yaml", 1, 1), Layer.HUB);

  @Test
  void everyValuePathMisspeltByOneLetterIsFoundWithItsRightName() {
    List<ValuePath> paths = new ArrayList<>();
    collect(VOCABULARY.layer().document(), ValuePath.ROOT, new LinkedHashSet<>(), paths);

    assertThat(paths).hasSizeGreaterThan(2_000);
    assertThat(paths.stream().flatMap(path -> wrong(path).stream()).toList()).isEmpty();
  }

  @Test
  void everyTraitMisspeltByOneLetterIsFoundWithItsRightName() {
    TraitCatalogue traits = VOCABULARIES.traits();
    List<ValuePath> paths = new ArrayList<>();
    for (String name : traits.classNames()) {
      ValuePath section = ValuePath.of("hub", "config", name);
      paths.add(section);
      traits.traits(name).keySet().forEach(trait -> paths.add(section.key(trait)));
    }

    assertThat(paths).hasSizeGreaterThan(1_000);
    assertThat(paths.stream().flatMap(path -> wrong(path).stream()).toList()).isEmpty();
  }

  /** What is wrong with the report of a path whose last key is misspelt; empty when nothing is. */
  private static List<String> wrong(ValuePath path) {
    String key = ((ValuePath.Key) path.segments().get(path.segments().size() - 1)).name();
    String misspelt =
        key.substring(0, (key.length() + 1) / 2) + "q" + key.substring((key.length() + 1) / 2);
    Node tree = nested(path.segments(), 0, misspelt);

    // Items of lists are held against the whole form, where other keys may be missing too.
    List<Diagnostic> found =
        REPORT.inspect(VOCABULARY.layer(), tree).stream()
            .filter(problem -> problem.rule().text().equals("values/unknown-key"))
            .toList();

    boolean right =
        found.size() == 1
            && found.get(0).message().contains("\"" + misspelt + "\"")
            && found.get(0).hint().filter(hint -> hint.contains("\"" + key + "\"")).isPresent();
    return right
        ? List.of()
        : List.of(path + ": " + found + found.stream().map(Diagnostic::hint).toList());
  }

  private static Node nested(List<ValuePath.Segment> segments, int at, String last) {
    ValuePath.Segment segment = segments.get(at);
    boolean end = at == segments.size() - 1;
    Node below = end ? Scalar.string("x", HERE) : nested(segments, at + 1, last);
    if (segment instanceof ValuePath.Key key) {
      return Mapping.builder(HERE).put(end ? last : key.name(), below).build();
    }
    return segment instanceof ValuePath.AnyKey
        ? Mapping.builder(HERE).put("any", below).build()
        : Sequence.of(List.of(below), HERE);
  }

  /** Every path whose last key is the name of a property of a closed map. */
  private static void collect(
      JsonNode schema, ValuePath at, Set<String> inside, List<ValuePath> paths) {
    String reference = schema.path("$ref").stringValue("");
    String name = reference.startsWith(LOCAL) ? reference.substring(LOCAL.length()) : "";
    if (at.segments().size() > DEEPEST || inside.contains(name)) {
      return;
    }
    if (!name.isEmpty()) {
      Set<String> deeper = new LinkedHashSet<>(inside);
      deeper.add(name);
      collect(VOCABULARY.layer().document().path("$defs").path(name), at, deeper, paths);
    }
    boolean closed = schema.path("additionalProperties").isBoolean();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ValuePath path = at.key(property.getKey());
      if (closed) {
        paths.add(path);
      }
      if (!path.toString().startsWith("hub.config.")) {
        collect(property.getValue(), path, inside, paths);
      }
    }
    if (schema.path("additionalProperties").isObject()) {
      collect(schema.path("additionalProperties"), at.anyKey(), inside, paths);
    }
    if (schema.path("items").isObject()) {
      collect(schema.path("items"), at.anyItem(), inside, paths);
    }
  }
}
