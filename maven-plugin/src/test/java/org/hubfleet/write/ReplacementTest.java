package org.hubfleet.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacementTest {
  private static final Map<String, String> BEFORE =
      Map.of("a/gone", "1", "b/kept", "2", "c/old", "3");
  private static final Output AFTER = Output.of(Map.of("b/kept", "two", "d/new", "4", "e", "5"));
  private static final List<Change> CHANGES =
      List.of(
          new Change("a/gone", Change.Kind.REMOVED),
          new Change("b/kept", Change.Kind.CHANGED),
          new Change("c/old", Change.Kind.REMOVED),
          new Change("d/new", Change.Kind.ADDED),
          new Change("e", Change.Kind.ADDED));

  @TempDir Path home;
  private Path root;
  private WorkFolder work;
  private Replacement replacement;

  @BeforeEach
  void folder() throws IOException {
    root = Files.createDirectory(home.resolve("generated"));
    Folders.write(root, BEFORE);
    work = WorkFolder.beside(root);
    replacement = new Replacement(root, work);
  }

  @Test
  void makesAllChanges() throws IOException {
    replacement.run(AFTER, CHANGES);

    assertThat(Folders.read(root)).isEqualTo(AFTER.files());
    assertThat(Folders.read(home.resolve(".generated.hubs"))).isEmpty();
  }

  @Test
  void takesAllBackWhenOneCannotBeMade() throws IOException {
    Folders.write(root, Map.of("e/in/the/way", "6"));
    SortedMap<String, String> before = Folders.read(root);

    assertThatThrownBy(() -> replacement.run(AFTER, CHANGES)).isInstanceOf(IOException.class);

    assertThat(Folders.read(root)).isEqualTo(before);
    assertThat(work.journal()).doesNotExist();
    assertThat(work.undo()).doesNotExist();
  }

  @Test
  void changesNothingWhenAFileCannotBePrepared() {
    List<Change> withUnknown = List.of(new Change("not-there", Change.Kind.CHANGED));

    assertThatThrownBy(() -> replacement.run(Output.of(Map.of("not-there", "")), withUnknown))
        .isInstanceOf(IOException.class);

    assertThat(root.resolve("not-there")).doesNotExist();
    assertThat(work.journal()).doesNotExist();
  }

  @Test
  void goesOnTakingBackWhatAKilledRunBeganToTakeBack() throws IOException {
    work.prepare();
    Files.writeString(work.old(0), "1");
    Files.writeString(work.old(1), "3");
    Journal journal = Journal.of(CHANGES);
    work.writeJournal(journal);
    Files.move(work.journal(), work.undo());
    Files.delete(root.resolve("a/gone"));
    Folders.write(root, Map.of("d/new", "4"));

    replacement.recover();

    assertThat(Folders.read(root)).isEqualTo(BEFORE);
  }

  @Test
  void refusesAJournalThatLeadsOutOfTheFolder() throws IOException {
    Files.writeString(home.resolve("precious"), "mine");
    work.prepare();
    work.writeJournal(Journal.of(List.of(new Change("../precious", Change.Kind.REMOVED))));

    assertThatThrownBy(replacement::recover).isInstanceOf(IOException.class);

    assertThat(home.resolve("precious")).hasContent("mine");
  }
}
