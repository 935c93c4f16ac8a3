package org.hubfleet.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The objects of a written file, told apart by their text alone.
 *
 * @param texts by {@code Kind/name}, sorted; empty for a file that holds no object
 */
public record ObjectTexts(SortedMap<String, String> texts) {
  private static final String BETWEEN = "\n---\n";
  private static final String KIND = "\nkind: ";
  private static final String METADATA = "\nmetadata:\n";
  private static final String NAME = "  name: ";

  public ObjectTexts {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** The objects in the text of a file as the canonical writer leaves it. */
  public static ObjectTexts in(String file) {
    SortedMap<String, String> found = new TreeMap<>();
    String text = "\n" + file;
    int start = 0;
    while (start < text.length()) {
      int next = text.indexOf(BETWEEN, start);
      int end = next < 0 ? text.length() : next;
      String document = text.substring(start, end);
      id(document).ifPresent(id -> found.put(id, document.strip()));
      start = next < 0 ? end : next + BETWEEN.length() - 1;
    }
    return new ObjectTexts(found);
  }

  /** {@code Kind/name} of a document, which begins with a newline; absent when it is no object. */
  private static Optional<String> id(String document) {
    int kind = document.indexOf(KIND);
    int line = document.indexOf(METADATA);
    if (kind < 0 || line < 0) {
      return Optional.empty();
    }
    line += METADATA.length();
    while (document.startsWith("  ", line)) {
      if (document.startsWith(NAME, line)) {
        return Optional.of(
            rest(document, kind + KIND.length()) + "/" + rest(document, line + NAME.length()));
      }
      line = document.indexOf('\n', line) + 1;
    }
    return Optional.empty();
  }

  /** The rest of a line, without quotes. */
  private static String rest(String document, int from) {
    int end = document.indexOf('\n', from);
    return document.substring(from, end < 0 ? document.length() : end).replace("\"", "");
  }

  /**
   * What has to happen to these objects to become the others, such as {@code added Service/hub}.
   */
  public List<String> changesTo(ObjectTexts after) {
    List<String> changes = new ArrayList<>();
    TreeSet<String> all = new TreeSet<>(texts.keySet());
    all.addAll(after.texts.keySet());
    for (String id : all) {
      if (!texts.containsKey(id)) {
        changes.add("added " + id);
      } else if (!after.texts.containsKey(id)) {
        changes.add("removed " + id);
      } else if (!texts.get(id).equals(after.texts.get(id))) {
        changes.add("changed " + id);
      }
    }
    return changes;
  }
}
