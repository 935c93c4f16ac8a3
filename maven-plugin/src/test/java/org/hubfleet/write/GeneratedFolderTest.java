package org.hubfleet.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFolderTest {
  private static final Predicate<String> ALL = path -> true;
  private static final Consumer<List<Change>> NOBODY = changes -> {};
  private static final Output TWO_HUBS = Folders.output(Map.of("tidal", "one", "ocean", "two"));
  private static final Output ONE_HUB = Folders.output(Map.of("tidal", "one"));

  @TempDir Path home;
  private Path root;
  private GeneratedFolder folder;

  @BeforeEach
  void folder() {
    root = home.resolve("generated");
    folder = new GeneratedFolder(root, Duration.ofMillis(100));
  }

  @Test
  void fillsAFolderThatIsNotThere() throws IOException {
    Outcome<List<Change>> applied = folder.apply(TWO_HUBS, ALL, NOBODY);

    assertThat(applied.diagnostics()).isEmpty();
    assertThat(applied.value().orElseThrow()).hasSize(5).allMatch(is(Change.Kind.ADDED));
    assertThat(Folders.read(root)).isEqualTo(TWO_HUBS.files());
  }

  @Test
  void changesNothingASecondTime() {
    folder.apply(TWO_HUBS, ALL, NOBODY);

    assertThat(folder.changes(TWO_HUBS, ALL)).isEqualTo(Outcome.of(List.of()));
    assertThat(folder.apply(TWO_HUBS, ALL, NOBODY)).isEqualTo(Outcome.of(List.of()));
  }

  @Test
  void removesAHubThatIsGoneWithItsFolder() throws IOException {
    folder.apply(TWO_HUBS, ALL, NOBODY);

    folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(Folders.read(root)).isEqualTo(ONE_HUB.files());
    assertThat(root.resolve("west/hubs/ocean")).doesNotExist();
  }

  @Test
  void leavesWhatNobodyMadeAndTellsOfIt() throws IOException {
    folder.apply(TWO_HUBS, ALL, NOBODY);
    Map<String, String> strangers =
        Map.of("README", "a", "west/note", "b", "west/hubs/ocean/mine.yaml", "c", "own/x", "d");
    Folders.write(root, strangers);

    folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(Folders.read(root)).containsAllEntriesOf(strangers).hasSize(7);
    assertThat(folder.foreign(ONE_HUB, ALL).value().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(strangers.keySet());
  }

  @Test
  void tellsTheChangesWhileTheOldFilesAreThere() {
    folder.apply(ONE_HUB, ALL, NOBODY);
    Map<String, String> old = new TreeMap<>();

    folder.apply(
        Folders.output(Map.of("tidal", "new")),
        ALL,
        changes -> changes.forEach(c -> old.put(c.file(), folder.text(c.file()).orElseThrow())));

    assertThat(old).isEqualTo(Map.of("west/hubs/tidal/hub.yaml", "one"));
  }

  @Test
  void replacesAHandEditedFile() throws IOException {
    folder.apply(ONE_HUB, ALL, NOBODY);
    Folders.write(root, Map.of("west/hubs/tidal/hub.yaml", "ONE"));

    Outcome<List<Change>> applied = folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(applied)
        .isEqualTo(
            Outcome.of(List.of(new Change("west/hubs/tidal/hub.yaml", Change.Kind.CHANGED))));
    assertThat(Folders.read(root)).isEqualTo(ONE_HUB.files());
  }

  @Test
  void leavesAloneWhatTheRunIsNotAbout() throws IOException {
    folder.apply(TWO_HUBS, ALL, NOBODY);

    folder.apply(
        Folders.output(Map.of("tidal", "new")),
        path -> path.startsWith("west/hubs/tidal/"),
        NOBODY);

    assertThat(Folders.read(root))
        .isEqualTo(Folders.output(Map.of("tidal", "new", "ocean", "two")).files());
  }

  @Test
  void ownsNothingOutsideOfTheFolderWhateverAListSays() throws IOException {
    folder.apply(ONE_HUB, ALL, NOBODY);
    Folders.write(
        root,
        Map.of(
            "west/hubs/gone/.owned.yaml", "files: {../../../../precious: x, ../../note: x}\n",
            "west/note", "b"));
    Files.writeString(home.resolve("precious"), "mine");

    folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(home.resolve("precious")).hasContent("mine");
    assertThat(root.resolve("west/note")).hasContent("b");
    assertThat(root.resolve("west/hubs/gone")).doesNotExist();
  }

  @Test
  void ownsNothingByAListThatGitLeftInConflict() throws IOException {
    folder.apply(TWO_HUBS, ALL, NOBODY);
    Folders.write(root, Map.of("west/hubs/ocean/.owned.yaml", "<<<<<<< ours\nfiles: {}\n"));

    folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(root.resolve("west/hubs/ocean/hub.yaml")).hasContent("two");
  }

  @Test
  void replacesALinkInPlaceOfAFileAndNeverWritesThroughIt() throws IOException {
    folder.apply(ONE_HUB, ALL, NOBODY);
    Path outside = Files.writeString(home.resolve("outside"), "mine");
    Path file = root.resolve("west/hubs/tidal/hub.yaml");
    Files.delete(file);
    Files.createSymbolicLink(file, outside);

    folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(outside).hasContent("mine");
    assertThat(Folders.read(root)).isEqualTo(ONE_HUB.files());
  }

  @Test
  void refusesALinkInPlaceOfAFolder() throws IOException {
    Path outside = Files.createDirectories(home.resolve("outside"));
    Files.createDirectories(root);
    Files.createSymbolicLink(root.resolve("west"), outside);

    Outcome<List<Change>> applied = folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(rules(applied)).containsExactly("generated/link at generated/west");
    assertThat(outside).isEmptyDirectory();
    assertThat(Folders.read(root)).containsOnlyKeys("west");
  }

  @Test
  void followsALinkThatTheFolderItselfIs() throws IOException {
    Files.createDirectories(home.resolve("elsewhere"));
    Files.createSymbolicLink(root, home.resolve("elsewhere"));

    folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(Folders.read(home.resolve("elsewhere"))).isEqualTo(ONE_HUB.files());
    assertThat(root).isSymbolicLink();
  }

  @Test
  void refusesAFileInPlaceOfAFolderAndAFolderInPlaceOfAFile() throws IOException {
    Folders.write(root, Map.of("west/hubs/tidal/hub.yaml/mine", "x", "west/hubs/ocean", "a file"));

    Outcome<List<Change>> applied = folder.apply(TWO_HUBS, ALL, NOBODY);

    assertThat(rules(applied))
        .containsExactly(
            "generated/file-in-place at generated/west/hubs/ocean",
            "generated/folder-in-place at generated/west/hubs/tidal/hub.yaml");
    assertThat(Folders.read(root)).hasSize(2);
  }

  @Test
  void refusesAFileInPlaceOfTheFolderItself() throws IOException {
    Files.writeString(root, "mine");

    assertThat(rules(folder.apply(ONE_HUB, ALL, NOBODY)))
        .containsExactly("generated/file-in-place at generated");
    assertThat(root).hasContent("mine");
  }

  @Test
  void refusesWhenTheWorkFolderCannotBeMade() throws IOException {
    Files.writeString(home.resolve(".generated.hubs"), "in the way");

    Outcome<List<Change>> applied = folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(rules(applied)).containsExactly("generated/not-writable at generated");
    assertThat(root).doesNotExist();
  }

  @Test
  void takesEverythingBackWhenTheDiskRefusesHalfWay() throws IOException {
    folder.apply(ONE_HUB, ALL, NOBODY);
    Path locked = Files.createDirectories(root.resolve("west/hubs/tidal"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(locked)).as("root may write everywhere").isFalse();

    Outcome<List<Change>> applied =
        folder.apply(Folders.output(Map.of("tidal", "new", "aaa", "first")), ALL, NOBODY);

    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(rules(applied))
        .containsExactly("generated/not-writable at generated/west/hubs/tidal/hub.yaml");
    assertThat(Folders.read(root)).isEqualTo(ONE_HUB.files());
  }

  @Test
  void saysWhoHoldsTheFolder() throws IOException {
    Path lock = Files.createDirectories(home.resolve(".generated.hubs")).resolve("lock");

    try (FolderLock held = FolderLock.tryTake(lock).orElseThrow()) {
      assertThat(folder.apply(ONE_HUB, ALL, NOBODY).diagnostics())
          .extracting(Diagnostic::message)
          .containsExactly(
              "another run is writing this folder: process " + ProcessHandle.current().pid());
    }
    assertThat(folder.apply(ONE_HUB, ALL, NOBODY).hasErrors()).isFalse();
  }

  @Test
  void namesAHalfStateAndFinishesIt() throws IOException {
    folder.apply(ONE_HUB, ALL, NOBODY);
    WorkFolder work = WorkFolder.beside(root);
    work.prepare();
    Files.writeString(work.fresh(0), "late");
    work.writeJournal(
        Journal.of(List.of(new Change("west/hubs/tidal/hub.yaml", Change.Kind.CHANGED))));

    Outcome<List<Change>> checked = folder.changes(ONE_HUB, ALL);
    Outcome<List<Change>> applied = folder.apply(ONE_HUB, ALL, NOBODY);

    assertThat(rules(checked)).containsExactly("generated/half-written at generated");
    assertThat(applied.hasErrors()).isFalse();
    assertThat(Folders.read(root)).isEqualTo(ONE_HUB.files());
    assertThat(Folders.read(home.resolve(".generated.hubs")))
        .containsOnlyKeys("lock", ".gitignore");
  }

  private static Predicate<Change> is(Change.Kind kind) {
    return change -> change.kind() == kind;
  }

  private static List<String> rules(Outcome<?> outcome) {
    return outcome.diagnostics().stream().map(d -> d.rule() + " at " + d.place()).toList();
  }
}
