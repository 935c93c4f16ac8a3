package org.hubfleet.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Origin;

/**
 * Of every line of a rendered text: the value that opened its block, and the line of the template
 * it came from.
 */
final class RenderedLines {
  private final List<Origin> lines = new ArrayList<>();

  RenderedLines(String text, OriginTable table, Origin outermost) {
    Deque<Origin> open = new ArrayDeque<>();
    open.push(outermost);
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (text.startsWith("#>", from)) {
        open.push(table.origin(text.substring(from + 2, end).strip()));
      } else if (text.startsWith("#<", from)) {
        open.pop();
      }
      lines.add(of(text, from, end, open.peek()));
      from = end + 1;
    }
  }

  private static Origin of(String text, int from, int end, Origin opener) {
    int mark = text.lastIndexOf(" #@", end);
    if (mark < from) {
      return opener;
    }
    int colon = text.lastIndexOf(':', end - 1);
    int number = Integer.parseInt(text.substring(colon + 1, end).strip());
    Place template = new Place("shelf/" + text.substring(mark + 3, colon), number, 0);
    List<Origin> also = new ArrayList<>(opener.also());
    also.add(Origin.at(template, Layer.COMPILER));
    return new Origin(opener.place(), opener.layer(), also, opener.overrode());
  }

  /** The origin of fixed text on a line, 1-based. */
  Origin at(int line) {
    return lines.get(Math.min(line, lines.size()) - 1);
  }
}
