package org.hubfleet.schema.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.schema.Shape;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.shelf.Vocabulary;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;

/** What the quick rules are certain of is what the schema library says, whatever the tree. */
class FitAgreesTest {
  private static final long SEED = 20261121;
  private static final int MUTANTS_EACH = 40;
  private static final Path CONFIG = Path.of("../config");
  private static final Path GENERATED = Path.of("../generated");

  private final Shelf shelf = Shelf.open();

  /** A tree that fits its shape. */
  private record Sample(Shape shape, Node tree) {}

  @Test
  void everyObjectOfTheExampleFleetFitsForCertain() {
    assertThat(objects("1.35")).hasSizeGreaterThan(100);
    assertAllCertain(objects("1.35"));
  }

  @Test
  void everyFileAndAllValuesOfTheExampleFleetFitForCertain() {
    assertAllCertain(values());
  }

  @Test
  void agreesOnMutantsOfObjects() {
    for (String minor : KubernetesBundle.minors(shelf)) {
      assertAgrees(objects(minor));
    }
  }

  @Test
  void agreesOnMutantsOfValues() {
    assertAgrees(values());
  }

  private static void assertAllCertain(List<Sample> samples) {
    assertThat(samples).hasSizeGreaterThan(4);
    for (Sample sample : samples) {
      assertThat(Fit.of(sample.shape().document()).isCertain(sample.tree()))
          .as("%s", sample.tree())
          .isTrue();
    }
  }

  private static void assertAgrees(List<Sample> samples) {
    Mutants mutants = new Mutants(SEED, samples.stream().map(Sample::tree).toList());
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    for (Sample sample : samples) {
      Fit fit = Fit.of(sample.shape().document());
      for (int i = 0; i < MUTANTS_EACH; i++) {
        Node mutant = mutants.of(sample.tree());
        Verdict verdict = fit.judge(mutant);
        boolean fits = sample.shape().violations(JsonTrees.of(mutant)).isEmpty();
        assertThat(verdict).as("%s", mutant).isIn(Verdict.UNSURE, Verdict.of(fits));
        seen.merge(verdict, 1, Integer::sum);
      }
    }
    int all = samples.size() * MUTANTS_EACH;
    assertThat(seen.get(Verdict.FITS)).isGreaterThan(all / 20);
    assertThat(seen.get(Verdict.FAILS)).isGreaterThan(all / 5);
    assertThat(seen.getOrDefault(Verdict.UNSURE, 0)).isLessThan(all / 10);
  }

  /** The documents of the example fleet's {@code generated/}, and the shapes of their kinds. */
  private List<Sample> objects(String minor) {
    KubernetesBundle bundle = KubernetesBundle.of(shelf, minor);
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> all = Files.walk(GENERATED)) {
      for (Path file : all.filter(FitAgreesTest::holdsObjects).sorted().toList()) {
        for (String text : Files.readString(file).split("(?m)^---$")) {
          Node tree =
              YamlReader.ofOurs().read("generated", text, Layer.COMPILER).value().orElseThrow();
          bundle
              .definitionOf(text(tree, "apiVersion"), text(tree, "kind"))
              .ifPresent(definition -> samples.add(new Sample(bundle.shape(definition), tree)));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return samples;
  }

  private static boolean holdsObjects(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") && !name.startsWith(".") && !name.equals("continuity.yaml");
  }

  private static String text(Node node, String key) {
    return node.get(key).flatMap(Node::string).orElse("");
  }

  /** The config files of the example fleet, the blocks of values in them, the effective values. */
  private List<Sample> values() {
    Compiler compiler = new Compiler();
    Languages languages = new Languages(shelf);
    Vocabulary vocabulary = new Vocabularies(shelf).of("1.35");
    Fleet fleet = compiler.bind(Request.of(CONFIG)).value().orElseThrow();
    List<Sample> samples = new ArrayList<>();
    for (SourceFile file : fleet.sources().files()) {
      if (file.kind() != SourceFile.Kind.SECRET) {
        samples.add(new Sample(languages.file(file.kind()), file.tree().orElseThrow()));
      }
    }
    for (Hub hub : fleet.hubs()) {
      for (Hub.Override override : hub.overrides()) {
        override
            .values()
            .flatMap(values -> values.get("jupyterhub"))
            .ifPresent(values -> samples.add(new Sample(vocabulary.layer(), values)));
      }
      Node effective = compiler.compile(hub).value().orElseThrow().blueprint().jupyterhub();
      samples.add(new Sample(vocabulary.whole(), effective));
    }
    return samples;
  }
}
