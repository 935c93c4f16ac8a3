package org.hubfleet.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.report.TextReport;
import org.hubfleet.schema.KeyPlaces;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values files in, the exact hub file and the exact report out; {@code -Dcases.update} rewrites.
 */
class ImportCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/import");
  private static final Shelf SHELF = Shelf.open();
  private static final Importer IMPORTER = new Importer(SHELF);
  private static final TypedImport TYPED = new TypedImport(SHELF);
  private static final Languages LANGUAGES = new Languages(SHELF);

  private static final Compiler COMPILER = new Compiler();

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> folders = children(FOLDER);
    assertThat(folders).isNotEmpty();
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> check(folder, Files.createTempDirectory(scratch, "case"))));
  }

  private static void check(Path folder, Path scratch) throws IOException {
    ImportRequest request =
        ImportRequest.of("tidal-lab", "hub", "west", files(folder.resolve("values")))
            .withSecretKeys(files(folder.resolve("keys")));

    Imported plain = IMPORTER.read(request).value().orElseThrow();
    write(scratch.resolve("config/fleet.yaml"), "language: 1\n");
    write(scratch.resolve("config/clusters/west.yaml"), "provider: gke\nkubernetes: \"1.35\"\n");
    Sources fleet = new ConfigReader().read(scratch.resolve("config")).value().orElseThrow();
    Imported imported = TYPED.of(plain, COMPILER.trial(fleet, Optional.empty(), plain.file()));

    same(folder.resolve("hub.yaml"), imported.text());
    same(folder.resolve("report.txt"), new ImportReport(imported, imported.file()).text());
    assertThat(imported.text() + new ImportReport(imported, imported.file()).text())
        .doesNotContain("never-written");
    readsBack(imported);
    same(folder.resolve("problems.txt"), problems(imported, scratch));
  }

  /** What the compiler says about the hub file as it was written. */
  private static String problems(Imported imported, Path root) throws IOException {
    write(root.resolve(imported.file()), imported.text());
    List<Diagnostic> found = COMPILER.compile(Request.of(root.resolve("config"))).diagnostics();
    return new TextReport(file -> Optional.of(imported.text())).print(found);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void readsBack(Imported imported) {
    Outcome<Node> read = YamlReader.ofConfig().read(imported.file(), imported.text(), Layer.HUB);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(YamlWriter.write(read.value().orElseThrow())).isEqualTo(imported.text());
    assertThat(
            new ShapeReport("config", KeyPlaces.NONE)
                .inspect(LANGUAGES.file(SourceFile.Kind.HUB), read.value().orElseThrow()))
        .isEmpty();
  }

  private static List<InputFile> files(Path folder) throws IOException {
    return children(folder).stream().map(ImportCasesTest::file).toList();
  }

  private static InputFile file(Path path) {
    try {
      return new InputFile(path.getFileName().toString(), Files.readString(path));
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static void same(Path file, String text) throws IOException {
    if (Boolean.getBoolean("cases.update")) {
      Files.deleteIfExists(file);
      if (!text.isEmpty()) {
        Files.writeString(file, text);
      }
    }
    assertThat(text)
        .as("%s", file)
        .isEqualTo(Files.isRegularFile(file) ? Files.readString(file) : "");
  }
}
