package org.hubfleet.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.Related;

/**
 * Diagnostics as text, with the line they are about and a caret below its column. The line of a
 * masked diagnostic is left out.
 */
public final class TextReport {
  private final Function<String, Optional<String>> texts;
  private final Palette palette;

  /**
   * @param texts gives the text of a file for excerpts, where it is known
   */
  public TextReport(Function<String, Optional<String>> texts) {
    this(texts, Palette.PLAIN);
  }

  /** The same in colours. */
  public TextReport(Function<String, Optional<String>> texts, Palette palette) {
    this.texts = texts;
    this.palette = palette;
  }

  /** The report; empty for no diagnostics. */
  public String print(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      head(diagnostic, out);
      excerpt(diagnostic, out);
      for (Related related : diagnostic.related()) {
        out.append("  ").append(related.place()).append(": ");
        out.append(Excerpt.printable(related.message())).append('\n');
      }
      diagnostic.hint().ifPresent(hint -> hint(hint, out));
    }
    return out.toString();
  }

  private void head(Diagnostic diagnostic, StringBuilder out) {
    String place = Excerpt.printable(diagnostic.place().toString());
    out.append(palette.strong(place)).append(": ").append(palette.severity(diagnostic.severity()));
    out.append(" [").append(diagnostic.rule()).append("] ");
    out.append(Excerpt.printable(diagnostic.message())).append('\n');
  }

  private void hint(String hint, StringBuilder out) {
    out.append("  ").append(palette.hint("hint:")).append(' ');
    out.append(Excerpt.printable(hint)).append('\n');
  }

  private void excerpt(Diagnostic diagnostic, StringBuilder out) {
    Place place = diagnostic.place();
    if (place.line() == 0 || diagnostic.masked()) {
      return;
    }
    texts
        .apply(place.file())
        .flatMap(text -> text.lines().skip(place.line() - 1L).findFirst())
        .map(line -> Excerpt.of(line, place))
        .ifPresent(
            excerpt -> {
              String number = String.valueOf(place.line());
              out.append("  ").append(number).append(" | ").append(excerpt.line()).append('\n');
              if (!excerpt.caret().isEmpty()) {
                out.append("  ").append(" ".repeat(number.length())).append(" | ");
                out.append(palette.caret(excerpt.caret())).append('\n');
              }
            });
  }
}
