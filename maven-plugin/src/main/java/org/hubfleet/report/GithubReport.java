package org.hubfleet.report;

import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.Related;

/** Workflow commands of GitHub Actions, one a diagnostic, which annotate the lines of a change. */
public final class GithubReport implements Format {
  @Override
  public String print(Report report) {
    StringBuilder out = new StringBuilder();
    report.diagnostics().forEach(diagnostic -> command(diagnostic, out));
    return out.toString();
  }

  private static void command(Diagnostic diagnostic, StringBuilder out) {
    Place place = diagnostic.place();
    out.append("::").append(diagnostic.severity().word());
    out.append(" file=").append(property(place.file()));
    if (place.line() > 0) {
      out.append(",line=").append(place.line());
    }
    if (place.line() > 0 && place.column() > 0) {
      out.append(",col=").append(place.column());
    }
    out.append(",title=").append(property(diagnostic.rule().text()));
    out.append("::").append(data(message(diagnostic))).append('\n');
  }

  private static String message(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder(diagnostic.message());
    for (Related related : diagnostic.related()) {
      text.append('\n').append(related.place()).append(": ").append(related.message());
    }
    diagnostic.hint().ifPresent(hint -> text.append("\nhint: ").append(hint));
    return text.toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
