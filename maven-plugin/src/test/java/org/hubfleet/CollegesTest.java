package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred colleges, and one more: a few lines in, and nothing else changes. */
class CollegesTest {
  private static final int MANY = 100;
  private static final String NEW = "college-101";

  /** What lists the hubs of a cluster gets lines more, and loses none. */
  private static final List<String> LISTS =
      List.of(
          "shared/flux/hubs/.owned.yaml",
          "shared/flux/kustomization.yaml",
          "shared/platform/.owned.yaml",
          "shared/platform/kustomization.yaml");

  @TempDir static Path scratch;
  private static Outcome<Compilation> before;
  private static Outcome<Compilation> after;

  @BeforeAll
  static void compileBoth() throws IOException {
    Compiler compiler = new Compiler();
    before = compiler.compile(Request.of(config("before", MANY)));
    after = compiler.compile(Request.of(config("after", MANY + 1)));
  }

  private static Path config(String name, int count) throws IOException {
    return Colleges.write(Colleges.files(count), Files.createDirectories(scratch.resolve(name)));
  }

  @Test
  void aHundredCollegesHaveNothingToReport() {
    assertThat(before.diagnostics()).isEmpty();
    assertThat(before.value().orElseThrow().hubs()).hasSize(MANY);
  }

  @Test
  void oneMoreIsAFileOfFifteenLines() {
    SortedMap<String, String> fresh = changed(Colleges.files(MANY), Colleges.files(MANY + 1));

    assertThat(fresh).hasSize(1);
    assertThat(fresh.values())
        .allSatisfy(text -> assertThat(text.lines().toList()).hasSizeLessThanOrEqualTo(15));
  }

  @Test
  void oneMoreChangesNoByteOfAnother() {
    SortedMap<String, String> was = before.value().orElseThrow().output().files();
    SortedMap<String, String> is = after.value().orElseThrow().output().files();

    List<String> others =
        changed(was, is).keySet().stream().filter(file -> !file.contains(NEW)).toList();

    assertThat(is.keySet()).containsAll(was.keySet());
    assertThat(others).containsExactlyElementsOf(LISTS);
    assertThat(LISTS)
        .allSatisfy(
            list ->
                assertThat(is.get(list).lines().toList())
                    .containsSubsequence(was.get(list).lines().toList()));
  }

  /** What the second has that the first has not, or otherwise. */
  private static SortedMap<String, String> changed(
      Map<String, String> before, Map<String, String> after) {
    SortedMap<String, String> changed = new TreeMap<>(after);
    changed.entrySet().removeIf(file -> file.getValue().equals(before.get(file.getKey())));
    return changed;
  }
}
