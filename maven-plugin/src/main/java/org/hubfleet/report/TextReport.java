package org.hubfleet.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.Related;

/** Diagnostics as text, with the line they are about and a caret below its column. */
public final class TextReport {
  private final Function<String, Optional<String>> texts;

  /**
   * @param texts gives the text of a file for excerpts, where it is known
   */
  public TextReport(Function<String, Optional<String>> texts) {
    this.texts = texts;
  }

  /** The report; empty for no diagnostics. */
  public String print(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append(diagnostic.place()).append(": ").append(diagnostic.severity().word());
      out.append(" [")
          .append(diagnostic.rule())
          .append("] ")
          .append(diagnostic.message())
          .append('\n');
      excerpt(diagnostic.place(), out);
      for (Related related : diagnostic.related()) {
        out.append("  ")
            .append(related.place())
            .append(": ")
            .append(related.message())
            .append('\n');
      }
      diagnostic.hint().ifPresent(hint -> out.append("  hint: ").append(hint).append('\n'));
    }
    return out.toString();
  }

  private void excerpt(Place place, StringBuilder out) {
    if (place.line() == 0) {
      return;
    }
    texts
        .apply(place.file())
        .flatMap(text -> text.lines().skip(place.line() - 1L).findFirst())
        .ifPresent(
            line -> {
              String number = String.valueOf(place.line());
              out.append("  ").append(number).append(" | ").append(line).append('\n');
              if (place.column() > 0) {
                out.append("  ").append(" ".repeat(number.length())).append(" | ");
                out.append(" ".repeat(place.column() - 1)).append("^\n");
              }
            });
  }
}
