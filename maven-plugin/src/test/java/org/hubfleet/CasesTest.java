package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every case folder of the shelves: config in; exact files, facts and reports out. */
class CasesTest {
  private static final Path SHELF = Path.of("src/main/shelf");
  private static final Compiler COMPILER = new Compiler();

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.walk(SHELF)) {
      folders = all.filter(CasesTest::isCase).sorted().toList();
    }
    assertThat(folders).isNotEmpty();
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(SHELF.relativize(folder).toString(), () -> run(folder)));
  }

  private static boolean isCase(Path folder) {
    return Files.isDirectory(folder) && folder.getParent().getFileName().toString().equals("cases");
  }

  private void run(Path folder) throws IOException {
    CaseFolder situation =
        new CaseFolder(folder, COMPILER, Files.createTempDirectory(scratch, "case"));
    if (Boolean.getBoolean("cases.update")) {
      situation.update();
    }
    situation.check();
  }
}
