package org.hubfleet.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Severity;
import org.hubfleet.report.Format;
import org.hubfleet.report.GithubReport;
import org.hubfleet.report.JsonReport;
import org.hubfleet.report.JunitReport;
import org.hubfleet.report.Palette;
import org.hubfleet.report.Report;
import org.hubfleet.report.SarifReport;
import org.hubfleet.report.TextReport;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows a report on the console, in the file that was asked for, or both: people read text on the
 * console unless the console itself was asked for a machine's format.
 */
final class Reporter {
  private final Settings settings;
  private final Console console;

  Reporter(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /**
   * Publishes a report.
   *
   * @param texts gives the text of a file for excerpts
   * @param lines what was done
   */
  void publish(Report report, Function<String, Optional<String>> texts, List<String> lines) {
    Optional<Path> file = settings.get(Parameter.REPORT).map(Path::of);
    file.ifPresent(path -> write(path, document(report, texts)));
    if (file.isPresent() || settings.format().equals("text")) {
      onScreen(report, texts, lines);
    } else {
      console.document(document(report, texts));
      lines.forEach(console::note);
      closing(report).forEach(console::note);
    }
  }

  /**
   * Shows an answer that is no report of problems: text or JSON, as was asked for.
   *
   * @param lines the answer for people
   * @param document the answer for machines
   */
  void answer(List<String> lines, Supplier<ObjectNode> document) {
    boolean json = settings.format().equals("json");
    Optional<Path> file = settings.get(Parameter.REPORT).map(Path::of);
    file.ifPresent(
        path ->
            write(
                path, json ? JsonReport.pretty(document.get()) : String.join("\n", lines) + "\n"));
    if (json && file.isEmpty()) {
      console.document(JsonReport.pretty(document.get()));
    } else {
      lines.forEach(console::line);
    }
  }

  private void onScreen(
      Report report, Function<String, Optional<String>> texts, List<String> lines) {
    TextReport text = new TextReport(texts, console.hasColours() ? Palette.ANSI : Palette.PLAIN);
    for (Diagnostic diagnostic : report.diagnostics()) {
      Severity severity = diagnostic.severity();
      text.print(List.of(diagnostic)).lines().forEach(line -> console.problem(severity, line));
    }
    lines.forEach(console::line);
    closing(report).forEach(console::line);
  }

  private static List<String> closing(Report report) {
    List<String> lines = new java.util.ArrayList<>(report.closing().notes());
    lines.add(report.closing().sentence(report.diagnostics()));
    return lines;
  }

  private String document(Report report, Function<String, Optional<String>> texts) {
    return switch (settings.format()) {
      case "github" -> print(new GithubReport(), report);
      case "sarif" -> print(new SarifReport(), report);
      case "json" -> print(new JsonReport(), report);
      case "junit" -> print(new JunitReport(settings::isFailure), report);
      default ->
          new TextReport(texts).print(report.diagnostics())
              + String.join("\n", closing(report))
              + "\n";
    };
  }

  private static String print(Format format, Report report) {
    return format.print(report);
  }

  private static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
