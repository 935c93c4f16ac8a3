package org.hubfleet;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.report.TextReport;

/**
 * A process of its own that compiles the {@code config} folder in a zip file and writes all it
 * found and made into one text: {@code <zip> <text>}. A zip file lists its entries in the order
 * that its maker chose.
 */
final class CompileProcess {
  private CompileProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path zip = Path.of(arguments[0]);
    try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
      Files.write(
          Path.of(arguments[1]),
          compile(files.getPath("/config")).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String compile(Path config) {
    Outcome<Compilation> outcome = new Compiler().compile(Request.of(config));
    StringBuilder text = new StringBuilder();
    text.append(
        new TextReport(
                file ->
                    outcome
                        .value()
                        .flatMap(made -> made.fleet().sources().at(file))
                        .map(source -> source.text()))
            .print(outcome.diagnostics()));
    outcome
        .value()
        .ifPresent(
            made ->
                made.output()
                    .files()
                    .forEach((file, content) -> text.append("== " + file + "\n" + content)));
    return text.toString();
  }

  /** Runs such a process with options of the virtual machine. */
  static void run(List<String> options, Path zip, Path text) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        Stream.of(
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes),
                options,
                List.of(CompileProcess.class.getName(), zip.toString(), text.toString()))
            .flatMap(List::stream)
            .toList();
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the process failed");
    }
  }
}
