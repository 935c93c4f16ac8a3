package org.hubfleet.model.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.ShippedDistributions;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;

class DistributionsTest {
  private static final ShippedDistributions SHIPPED = new ShippedDistributions(Shelf.open());
  private static final Place LINE = new Place("config/communities/lab/hub.yaml", 2, 15);

  @Test
  void weakestComesFirst() {
    Distributions known =
        of(Map.of("outer", "extends: inner\n", "inner", "extends: classroom@1.0\n"));

    assertThat(known.of(named("outer")).value().orElseThrow())
        .extracting(Distribution::label)
        .containsExactly("classroom@1.0", "inner", "outer");
  }

  @Test
  void bareNameIsTheNewestVersion() {
    Outcome<List<Distribution>> found = of(Map.of()).of(named("classroom"));

    assertThat(found.value().orElseThrow())
        .extracting(Distribution::version)
        .containsExactly(SHIPPED.newest("classroom"));
  }

  @Test
  void valueOfAShippedOneKnowsTheLineThatNamesIt() {
    Distribution found = of(Map.of()).of(named("classroom@1.0")).value().orElseThrow().get(0);

    Origin origin =
        found.layer(path -> false).at("environments.python.image").orElseThrow().origin();

    assertThat(origin.layer()).isEqualTo(Layer.DISTRIBUTION);
    assertThat(origin.place().file())
        .isEqualTo("shelf/distributions/classroom/1.0/distribution.yaml");
    assertThat(origin.configuredPlace()).contains(LINE);
  }

  @Test
  void partThatTheClusterCannotGiveIsLeftOutAndNamed() {
    Distribution found = of(Map.of()).of(named("classroom@1.0")).value().orElseThrow().get(0);

    assertThat(found.layer(path -> false).get("folders")).isEmpty();
    assertThat(found.lacks(path -> false).entries()).containsOnlyKeys("files");
    assertThat(found.layer("storage.homes.nfs"::equals).get("folders")).isPresent();
    assertThat(found.lacks("storage.homes.nfs"::equals).entries()).isEmpty();
  }

  @Test
  void problemOfAShippedLineIsToldWhereItIsNamed() {
    Distribution found = of(Map.of()).of(named("classroom@1.0")).value().orElseThrow().get(0);
    Place shelf = new Place(found.file(), 6, 5);

    Diagnostic told = found.told(Diagnostic.error(shelf, RuleName.of("a/rule"), "something"));

    assertThat(told.place()).isEqualTo(LINE);
    assertThat(told.related()).extracting("place").containsExactly(shelf);
  }

  @Test
  void ringIsReportedOnceAndHasNoValue() {
    Distributions known =
        of(Map.of("one", "extends: two\n", "two", "extends: three\n", "three", "extends: one\n"));

    assertThat(known.problems()).extracting("rule").hasSize(1);
    assertThat(known.of(named("two")).value()).isEmpty();
    assertThat(known.of(named("two")).diagnostics()).isEmpty();
  }

  @Test
  void ownOneHasNoVersions() {
    Outcome<List<Distribution>> found = of(Map.of("college", "{}\n")).of(named("college@1.0"));

    assertThat(found.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(RuleName.of("distribution/unknown-version"));
  }

  @Test
  void missingParentIsReportedAtTheFileThatNamesIt() {
    Distributions known = of(Map.of("college", "extends: nowhere\n"));

    assertThat(known.problems())
        .extracting(problem -> problem.place().file())
        .containsExactly("config/distributions/college.yaml");
    assertThat(known.of(named("college")).diagnostics()).isEmpty();
  }

  private static Scalar named(String name) {
    return Scalar.string(name, Origin.at(LINE, Layer.HUB));
  }

  private static Distributions of(Map<String, String> files) {
    List<SourceFile> read = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (name, text) -> {
              String path = "config/distributions/" + name + ".yaml";
              Optional<Node> tree =
                  YamlReader.ofConfig().read(path, text, Layer.DISTRIBUTION).value();
              read.add(new SourceFile(SourceFile.Kind.DISTRIBUTION, path, text, tree));
            });
    return new Distributions(SHIPPED, new Sources(read));
  }
}
