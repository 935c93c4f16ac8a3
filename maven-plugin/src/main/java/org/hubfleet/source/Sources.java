package org.hubfleet.source;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Place;

/**
 * The files of a config folder, sorted by path.
 *
 * @param attachments what the files may name, sorted by path
 */
public record Sources(List<SourceFile> files, List<Attachment> attachments) {
  public Sources {
    files = List.copyOf(files);
    attachments = List.copyOf(attachments);
  }

  /** Files that have nothing to name. */
  public Sources(List<SourceFile> files) {
    this(files, List.of());
  }

  /** The files of one kind, sorted by path. */
  public List<SourceFile> of(SourceFile.Kind kind) {
    return files.stream().filter(file -> file.kind() == kind).toList();
  }

  /** The file at that path. */
  public Optional<SourceFile> at(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /**
   * The place of a line inside a text, where its lines stand in the file as they are, as in a
   * literal block; else the place where the text begins.
   *
   * @param start where the value begins; for a block, in the line before its first
   * @param line of the text, 1-based
   * @param column of the text, 1-based
   */
  public Place inside(Place start, String text, int line, int column) {
    List<String> lines = text.lines().toList();
    int row = start.line() + line;
    if (line < 1 || line > lines.size()) {
      return start;
    }
    Optional<String> written =
        at(start.file()).flatMap(file -> file.text().lines().skip(row - 1L).findFirst());
    int indent = written.map(w -> w.indexOf(lines.get(line - 1))).orElse(-1);
    boolean asItIs = indent >= 0 && written.get().substring(indent).equals(lines.get(line - 1));
    return asItIs ? new Place(start.file(), row, indent + Math.max(1, column)) : start;
  }

  /** The same for a place given by how many characters stand before it in the text. */
  public Place inside(Place start, String text, int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    String inLine = before.substring(before.lastIndexOf('\n') + 1);
    return inside(start, text, line, inLine.codePointCount(0, inLine.length()) + 1);
  }
}
