package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;
import org.hubfleet.compare.Side;
import org.hubfleet.compare.Texts;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.review.Guards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a line about homes would do to those that there are, from the files to the guards. */
class HomesStayTest {
  private static final Part LAB = Part.hub("west", "lab");
  private static final Compiler COMPILER = new Compiler();
  private static final String WEST = "clusters/west.yaml";
  private static final String SHARE = "{nfs: {server: 10.0.0.2, path: /export}}";

  @TempDir Path folder;

  private Compilation compiled(String storage, String hub) throws IOException {
    SmallFleet fleet =
        new SmallFleet(folder)
            .with(WEST, "provider: gke\nkubernetes: \"1.35\"\nstorage: " + storage + "\n")
            .with(SmallFleet.HUB, "cluster: west\n" + hub + "\n");
    return COMPILER.compile(Request.of(fleet.config())).value().orElseThrow();
  }

  private static Map<String, String> filesOfLab(Compilation compilation) {
    Map<String, String> files = new TreeMap<>(compilation.output().files());
    files.keySet().removeIf(file -> !Part.of(file).equals(LAB));
    return files;
  }

  private List<String> stops(String[] before, String[] after) throws IOException {
    Map<String, String> was = filesOfLab(compiled(before[0], before[1]));
    Compilation now = compiled(after[0], after[1]);
    Side left = Side.of("generated", was);
    Side right = Side.of("generated", filesOfLab(now));
    PartChange change =
        PartChange.of(LAB, ObjectChange.Kind.CHANGED, List.of("x"), left, right, Texts.NONE);
    return new Guards(now.fleet(), UnaryOperator.identity())
        .inspect(List.of(change), 1).diagnostics().stream()
            .map(problem -> problem.rule().text())
            .toList();
  }

  static Stream<Arguments> losses() {
    String share = "{homes: " + SHARE + "}";
    return Stream.of(
        Arguments.of("guard/home-path", "{}", "home: 10Gi", "{}", "home: none"),
        Arguments.of("guard/home-path", "{}", "home: 10Gi", share, "home: 10Gi"),
        Arguments.of("guard/claim-removed", share, "home: 10Gi", "{}", "home: 10Gi"),
        Arguments.of("guard/volume", share, "home: 10Gi", share, "home: none"),
        Arguments.of(
            "guard/home-path", share, "home: 10Gi", share, "home: {size: 10Gi, folder: other}"),
        Arguments.of(
            "guard/volume",
            share,
            "home: 10Gi",
            "{homes: {nfs: {server: 10.0.0.3, path: /export}}}",
            "home: 10Gi"),
        Arguments.of("guard/volume", share, "home: 10Gi", share, "home: 10Gi\nrelease: other"),
        Arguments.of(
            "guard/storage-class", "{}", "home: 10Gi", "{homes: {class: kept}}", "home: 10Gi"),
        Arguments.of(
            "guard/storage-class", "{}", "home: 10Gi", "{database: {class: kept}}", "home: 10Gi"),
        Arguments.of(
            "guard/folder", share, "folders: {shared: read}", share, "folders: {common: read}"),
        Arguments.of(
            "guard/folder",
            share,
            "home: 10Gi\nfolders: {shared: read}",
            share,
            "home: {size: 10Gi, kind: volume, folder: x}\nfolders: {shared: read}"),
        Arguments.of(
            "guard/retention", "{}", "home: {size: 10Gi, keep: true}", "{}", "home: 10Gi"));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void whatWouldLoseAHomeIsStopped(
      String rule, String storage, String hub, String newStorage, String newHub)
      throws IOException {
    String[] before = {storage, hub};
    String[] after = {newStorage, newHub};

    assertThat(stops(before, after)).contains(rule);
  }

  @Test
  void aFolderMayGoWhenSomebodySaysSo() throws IOException {
    String share = "{homes: " + SHARE + "}";
    String said = "{object: folders, why: It was empty., who: mira, until: 2026-12-31}";

    assertThat(
            stops(
                new String[] {share, "folders: {shared: read}"},
                new String[] {share, "folders: {common: read}\nacknowledge: [" + said + "]"}))
        .isEmpty();
  }

  @Test
  void whoSeesAFolderMayChange() throws IOException {
    String share = "{homes: " + SHARE + "}";

    assertThat(
            stops(
                new String[] {share, "folders: {shared: read}"},
                new String[] {share, "folders: {shared: write, data: {for: [admins], path: /d}}"}))
        .isEmpty();
  }

  @Test
  void moreSpaceLosesNothing() throws IOException {
    String share = "{homes: " + SHARE + "}";

    assertThat(
            stops(
                new String[] {share, "home: 10Gi"},
                new String[] {share, "home: {size: 20Gi, path: /home/rstudio}"}))
        .isEmpty();
  }
}
