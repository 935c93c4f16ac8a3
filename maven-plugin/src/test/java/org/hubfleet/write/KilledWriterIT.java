package org.hubfleet.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes the folder, at moments drawn over the time the writing takes. */
class KilledWriterIT {
  private static final int KILLS = 50;

  @TempDir Path home;

  @Test
  void theNextRunFinishesOrUndoesWhateverAKilledRunLeft() throws Exception {
    Path root = home.resolve("generated");
    long nanos = timeOfAWholeRun(root);
    Random random = new Random(20261121);
    SortedMap<String, String> before = Folders.read(root);
    int halfStates = 0;
    int finished = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Output wanted = WriterProcess.output("word" + kill);
      killARun(root, "word" + kill, (long) (nanos * 1.2 * random.nextDouble()));

      GeneratedFolder folder = new GeneratedFolder(root);
      Outcome<List<Change>> checked = folder.changes(wanted, path -> true);
      halfStates += checked.hasErrors() ? 1 : 0;
      boolean atEitherEnd =
          Folders.read(root).equals(before) || Folders.read(root).equals(wanted.files());
      assertThat(checked.hasErrors() || atEitherEnd)
          .as("a half state is called by name: %s", checked.diagnostics())
          .isTrue();
      assertThat(checked.diagnostics())
          .extracting(Diagnostic::toString)
          .allMatch(text -> text.startsWith("generated: error [generated/half-written]"));

      assertThat(folder.apply(wanted, path -> false, changes -> {}).diagnostics()).isEmpty();
      SortedMap<String, String> after = Folders.read(root);
      assertThat(after).isIn(before, wanted.files());
      finished += after.equals(before) ? 0 : 1;
      before = after;
    }
    System.out.printf("%d kills: %d half states, %d runs finished%n", KILLS, halfStates, finished);
    assertThat(halfStates).as("kills that hit the writing itself").isPositive();
  }

  private static long timeOfAWholeRun(Path root) throws Exception {
    run(root, "first");
    return run(root, "second");
  }

  private static long run(Path root, String word) throws Exception {
    Process process = WriterProcess.start(root, word);
    long start = System.nanoTime();
    WriterProcess.go(process);
    assertThat(process.waitFor()).isZero();
    return System.nanoTime() - start;
  }

  private static void killARun(Path root, String word, long afterNanos) throws Exception {
    Process process = WriterProcess.start(root, word);
    WriterProcess.go(process);
    LockSupport.parkNanos(afterNanos);
    process.destroyForcibly().waitFor();
  }
}
