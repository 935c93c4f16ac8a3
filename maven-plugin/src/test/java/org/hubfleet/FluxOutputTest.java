package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;
import org.junit.jupiter.api.Test;

/** What must be true of all that a cluster's Flux is given, of the example fleet and of a case. */
class FluxOutputTest {
  private static final Compiler COMPILER = new Compiler();
  private static final Map<String, String> EXAMPLE = files(Path.of("../config"));
  private static final Map<String, String> HOOKS =
      files(Path.of("src/main/shelf/flux/cases/hook-puller/config"));
  private static final String SET = "kustomize.toolkit.fluxcd.io/v1";

  private static Map<String, String> files(Path config) {
    return COMPILER.compile(Request.of(config)).value().orElseThrow().output().files();
  }

  @Test
  void everyObjectLiesInOneFileOnly() {
    assertThat(Stream.of(EXAMPLE, HOOKS))
        .allSatisfy(files -> assertThat(identities(files)).isNotEmpty().doesNotHaveDuplicates());
  }

  @Test
  void everyFolderOfObjectsIsAppliedByOneSet() {
    for (Map<String, String> files : List.of(EXAMPLE, HOOKS)) {
      List<String> folders =
          objects(files).keySet().stream()
              .map(
                  at ->
                      "./"
                          + at.substring(0, at.lastIndexOf('/')).replaceAll("/flux/hubs$", "/flux"))
              .distinct()
              .toList();
      List<String> paths = sets(files).stream().map(set -> text(set, "spec.path")).toList();

      assertThat(paths).containsExactlyInAnyOrderElementsOf(folders);
    }
  }

  @Test
  void noSetForcesSubstitutesOrRunsWithoutAnAccount() {
    assertThat(Stream.of(EXAMPLE, HOOKS).flatMap(files -> sets(files).stream()))
        .isNotEmpty()
        .allSatisfy(
            set -> {
              Mapping spec = set.get("spec").flatMap(Node::mapping).orElseThrow();
              assertThat(spec.entries())
                  .doesNotContainKeys("force", "postBuild", "suspend", "wait");
              assertThat(spec.get("prune").orElseThrow().isTrue()).isTrue();
              assertThat(text(spec, "serviceAccountName")).isNotEmpty();
              assertThat(text(spec, "timeout")).matches("[1-9][0-9]*m");
            });
  }

  @Test
  void eachHubIsAppliedByAnAccountOfItsOwn() {
    List<String> accounts =
        sets(EXAMPLE).stream()
            .filter(set -> text(set, "spec.path").contains("/hubs/"))
            .map(set -> text(set, "spec.serviceAccountName"))
            .toList();

    assertThat(accounts).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    assertThat(accounts).allMatch(account -> account.startsWith("hub-"));
  }

  /**
   * A hub and how it is applied may change in one commit. A set runs only when those that it
   * depends on have applied the same revision of their common source; so each has to wait, in the
   * end, for the set that applies the sets.
   */
  @Test
  void everySetWaitsForTheOneThatAppliesItsSettings() {
    for (Map<String, String> files : List.of(EXAMPLE, HOOKS)) {
      for (String cluster : files.keySet().stream().map(f -> f.split("/")[0]).distinct().toList()) {
        SortedMap<String, String> own = new TreeMap<>(files);
        own.keySet().removeIf(file -> !file.startsWith(cluster + "/"));
        Map<String, Node> sets = new TreeMap<>();
        sets(own).forEach(set -> sets.put(text(set, "metadata.name"), set));

        assertThat(sets.keySet()).allSatisfy(set -> isUpToDate(sets, set));
      }
    }
  }

  private static void isUpToDate(Map<String, Node> sets, String name) {
    Node top = sets.get("hubs.cluster");
    Set<String> above = new TreeSet<>();
    List<String> reached = List.of(name);
    while (!reached.isEmpty()) {
      above.addAll(reached);
      reached =
          reached.stream()
              .flatMap(one -> sets.get(one).at("spec.dependsOn").stream())
              .flatMap(list -> list.sequence().orElseThrow().items().stream())
              .map(one -> text(one, "name"))
              .filter(one -> !above.contains(one))
              .toList();
    }
    assertThat(above).contains("hubs.cluster");
    assertThat(text(top, "spec.path")).endsWith("/flux");
    assertThat(above)
        .allSatisfy(
            one ->
                assertThat(sets.get(one).at("spec.sourceRef"))
                    .map(FluxOutputTest::plain)
                    .isEqualTo(top.at("spec.sourceRef").map(FluxOutputTest::plain)));
  }

  private static String plain(Node node) {
    return YamlWriter.write(node);
  }

  private static List<Node> sets(Map<String, String> files) {
    return objects(files).values().stream()
        .flatMap(List::stream)
        .filter(object -> text(object, "apiVersion").equals(SET))
        .toList();
  }

  private static List<String> identities(Map<String, String> files) {
    List<String> found = new ArrayList<>();
    objects(files)
        .forEach(
            (file, objects) ->
                objects.forEach(
                    object ->
                        found.add(
                            String.join(
                                " ",
                                file.split("/")[0],
                                text(object, "kind"),
                                text(object, "metadata.namespace"),
                                text(object, "metadata.name")))));
    return found;
  }

  private static Map<String, List<Node>> objects(Map<String, String> files) {
    Map<String, List<Node>> found = new TreeMap<>();
    files.forEach(
        (file, text) -> {
          String name = file.substring(file.lastIndexOf('/') + 1);
          boolean ofOthers = List.of("kustomization.yaml", "continuity.yaml").contains(name);
          if (!name.startsWith(".") && !ofOthers && !file.contains("/provision/")) {
            found.put(
                file,
                Stream.of(text.split("(?m)^---$"))
                    .map(one -> YamlReader.ofOurs().read(file, one, Layer.COMPILER))
                    .map(read -> read.value().orElseThrow())
                    .toList());
          }
        });
    return found;
  }

  private static String text(Node node, String path) {
    return node.at(path).flatMap(Node::string).orElse("");
  }
}
