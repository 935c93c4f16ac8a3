package org.hubfleet.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.ValuePath;
import org.junit.jupiter.api.Test;

/** Explains the example fleet. */
class ExplanationTest {
  private static final Compiler COMPILER = new Compiler();
  private static final Fleet FLEET =
      COMPILER.bind(Request.of(Path.of("../config"))).value().orElseThrow();

  @Test
  void everyEmittedScalarComesFromALineOfConfigOrTheShelf() throws IOException {
    Set<String> lost = new TreeSet<>();
    int scalars = 0;
    for (Hub hub : FLEET.hubs()) {
      for (Manifest manifest : compiled(hub).manifests()) {
        for (Leaf leaf : Leaf.of(manifest.object(), ValuePath.ROOT)) {
          scalars++;
          if (!exists(leaf.value().origin().place())) {
            lost.add(manifest.id() + " " + leaf.path() + " " + leaf.value().origin().place());
          }
        }
      }
    }

    assertThat(scalars).isGreaterThan(1000);
    assertThat(lost).isEmpty();
  }

  @Test
  void everyEffectiveValueComesFromALineOfConfigOrTheShelf() throws IOException {
    Set<String> lost = new TreeSet<>();
    for (Hub hub : FLEET.hubs()) {
      for (Leaf leaf : Leaf.of(compiled(hub).blueprint().values(), ValuePath.ROOT)) {
        if (!exists(leaf.value().origin().place())) {
          lost.add(hub.id() + " " + leaf.path() + " " + leaf.value().origin().place());
        }
      }
    }

    assertThat(lost).isEmpty();
  }

  @Test
  void valueSaysWhatItOverrodeAndWhatItReaches() {
    List<String> lines = ExplanationText.inShort(explain("makerspace").ofAllValues());

    assertThat(lines).anyMatch(line -> line.startsWith("  over ") && line.contains("(upstream)"));
    assertThat(lines).anyMatch(line -> line.startsWith("  reaches ") && line.contains("/"));
  }

  @Test
  void fieldOfAnObjectLeadsBackToTheLineThatSwitchedItOn() {
    List<String> lines =
        ExplanationText.inFull(
            explain("makerspace").ofObject("Service/hub", ValuePath.of("metadata")).orElseThrow());

    assertThat(lines)
        .contains("metadata.namespace: \"makerspace\"")
        .contains("  from config/communities/makerspace/hub.yaml:1:10 (hub)");
  }

  @Test
  void pathThatHoldsNothingIsAbsent() {
    Explanation explanation = explain("makerspace");

    assertThat(explanation.ofValues(ValuePath.of("jupyterhub", "hbu"))).isEmpty();
    assertThat(explanation.keysBeside(ValuePath.of("jupyterhub", "hbu"))).contains("hub");
  }

  @Test
  void secretLinesAreNotShown() {
    Hub hub = FLEET.hub("makerspace").orElseThrow();
    CompiledHub compiled = compiled(hub);
    Set<Place> secrets = Set.of(new Place("config/communities/makerspace/hub.yaml", 1, 0));

    List<String> lines =
        ExplanationText.inFull(
            explain(compiled, secrets)
                .ofObject("Service/hub", ValuePath.of("metadata", "namespace"))
                .orElseThrow());

    assertThat(lines).contains("metadata.namespace: (a secret, not shown)");
  }

  private static Explanation explain(String id) {
    return explain(compiled(FLEET.hub(id).orElseThrow()), Set.of());
  }

  private static Explanation explain(CompiledHub compiled, Set<Place> secrets) {
    return new Explanation(
        compiled.blueprint(), compiled.manifests(), FLEET.sources(), secrets, file -> file);
  }

  private static CompiledHub compiled(Hub hub) {
    return COMPILER.compile(hub).value().orElseThrow();
  }

  private static boolean exists(Place place) throws IOException {
    Path file =
        place.file().startsWith("shelf/")
            ? Path.of("src/main").resolve(place.file())
            : Path.of("..").resolve(place.file());
    return place.line() > 0
        && Files.isRegularFile(file)
        && place.line() <= Files.readAllLines(file).size();
  }
}
