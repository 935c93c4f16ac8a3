package org.hubfleet.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects of a written file, told apart by their text alone.
 *
 * @param texts by {@code Kind/name}, sorted; empty for a file that holds no object
 */
public record ObjectTexts(SortedMap<String, String> texts) {
  private static final Pattern BETWEEN = Pattern.compile("\n---\n");
  private static final Pattern KIND = Pattern.compile("(?m)^kind: \"?([A-Za-z]+)\"?$");
  private static final Pattern NAME =
      Pattern.compile("(?m)^metadata:\\n(?:  .*\\n)*?  name: \"?([^\"\\n]+)\"?$");

  public ObjectTexts {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** The objects in the text of a file as the canonical writer leaves it. */
  public static ObjectTexts in(String file) {
    SortedMap<String, String> found = new TreeMap<>();
    for (String part : BETWEEN.split("\n" + file, -1)) {
      String document = part.strip();
      Matcher kind = KIND.matcher(document);
      Matcher name = NAME.matcher(document);
      if (kind.find() && name.find()) {
        found.put(kind.group(1) + "/" + name.group(1), document);
      }
    }
    return new ObjectTexts(found);
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
