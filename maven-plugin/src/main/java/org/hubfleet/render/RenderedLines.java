package org.hubfleet.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Origin;

/**
 * Of every line of a rendered text: the mark of the value that opened its block, and the line of
 * the template it came from.
 */
final class RenderedLines {
  /**
   * One line.
   *
   * @param opener absent outside all blocks
   * @param template absent for a line that no line of the template printed
   */
  private record Line(Optional<String> opener, Optional<Origin> template) {}

  private final List<Line> lines = new ArrayList<>();

  RenderedLines(String text) {
    Deque<String> open = new ArrayDeque<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (text.startsWith("#>", from)) {
        open.push(text.substring(from + 2, end).strip());
      } else if (text.startsWith("#<", from)) {
        open.pop();
      }
      lines.add(new Line(Optional.ofNullable(open.peek()), template(text, from, end)));
      from = end + 1;
    }
  }

  private static Optional<Origin> template(String text, int from, int end) {
    int mark = text.lastIndexOf(" #@", end);
    if (mark < from) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':', end - 1);
    int number = Integer.parseInt(text.substring(colon + 1, end).strip());
    Place template = new Place("shelf/" + text.substring(mark + 3, colon), number, 0);
    return Optional.of(Origin.at(template, Layer.COMPILER));
  }

  /** The origins of the fixed text of these lines. */
  LineOrigins origins(OriginTable table, Origin outermost) {
    return new LineOrigins(lines, table, outermost);
  }

  /** The origins of the fixed text of one rendering, made when they are asked for. */
  static final class LineOrigins {
    private final List<Line> lines;
    private final OriginTable table;
    private final Origin outermost;
    private final List<Optional<Origin>> made;

    private LineOrigins(List<Line> lines, OriginTable table, Origin outermost) {
      this.lines = lines;
      this.table = table;
      this.outermost = outermost;
      this.made = new ArrayList<>(Collections.nCopies(lines.size(), Optional.empty()));
    }

    /** The origin of fixed text on a line, 1-based. */
    Origin at(int number) {
      int index = Math.min(number, lines.size()) - 1;
      Optional<Origin> known = made.get(index);
      if (known.isEmpty()) {
        known = Optional.of(origin(lines.get(index)));
        made.set(index, known);
      }
      return known.get();
    }

    private Origin origin(Line line) {
      Origin opener = line.opener().map(table::origin).orElse(outermost);
      return line.template().map(opener::with).orElse(opener);
    }
  }
}
