package org.hubfleet.report;

import java.util.List;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Related;

/**
 * JUnit XML, as continuous integration shows it: one suite, a test case for each diagnostic, and
 * one for the run as a whole so that a clean run counts as a pass. What fails the run is a failure;
 * other diagnostics pass with their text as output.
 */
public final class JunitReport implements Format {
  private final Predicate<Diagnostic> fails;

  /**
   * @param fails tells what fails the run
   */
  public JunitReport(Predicate<Diagnostic> fails) {
    this.fails = fails;
  }

  @Override
  public String print(Report report) {
    List<Diagnostic> diagnostics = report.diagnostics();
    long failures = diagnostics.stream().filter(fails).count();
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites>\n  <testsuite name=\"hubs:").append(escaped(report.goal()));
    out.append("\" tests=\"").append(diagnostics.size() + 1L);
    out.append("\" failures=\"").append(failures);
    out.append("\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
    diagnostics.forEach(diagnostic -> testCase(diagnostic, out));
    out.append("    <testcase classname=\"hubs\" name=\"").append(escaped(report.goal()));
    out.append("\" time=\"0\">\n      <system-out>");
    out.append(escaped(report.closing().sentence(diagnostics)));
    report.closing().notes().forEach(note -> out.append("&#10;").append(escaped(note)));
    out.append("</system-out>\n    </testcase>\n  </testsuite>\n</testsuites>\n");
    return out.toString();
  }

  private void testCase(Diagnostic diagnostic, StringBuilder out) {
    out.append("    <testcase classname=\"").append(escaped(diagnostic.place().file()));
    out.append("\" name=\"").append(escaped(diagnostic.rule() + " at " + diagnostic.place()));
    out.append("\" time=\"0\">\n");
    if (fails.test(diagnostic)) {
      out.append("      <failure type=\"").append(escaped(diagnostic.rule().text()));
      out.append("\" message=\"").append(escaped(diagnostic.message())).append("\">");
      out.append(escaped(text(diagnostic))).append("</failure>\n");
    } else {
      out.append("      <system-out>").append(escaped(text(diagnostic))).append("</system-out>\n");
    }
    out.append("    </testcase>\n");
  }

  private static String text(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder(diagnostic.toString());
    for (Related related : diagnostic.related()) {
      text.append('\n').append(related.place()).append(": ").append(related.message());
    }
    diagnostic.hint().ifPresent(hint -> text.append("\nhint: ").append(hint));
    return text.toString();
  }

  /** Text for XML 1.0: markup and line breaks as references, what XML cannot hold replaced. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\r', '\t' -> out.append("&#").append(point).append(';');
                default -> out.appendCodePoint(isXml(point) ? point : 0xFFFD);
              }
            });
    return out.toString();
  }

  private static boolean isXml(int point) {
    return (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
