package org.hubfleet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path into a tree, such as {@code jupyterhub.hub.config["a.b"].items[0]}.
 *
 * <p>Segments with dots, brackets or quotes stand in {@code ["..."]}; {@code [0]} is a list item,
 * {@code []} any list item and {@code *} any key.
 */
public record ValuePath(List<Segment> segments) {
  private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"\\s]+");

  /** A step: a key, a list index, or any of either. */
  public sealed interface Segment permits Key, Index, AnyKey, AnyItem {}

  /** A key of a map. */
  public record Key(String name) implements Segment {}

  /** An item of a list, 0-based. */
  public record Index(int number) implements Segment {}

  /** Any key of a map. */
  public record AnyKey() implements Segment {}

  /** Any item of a list. */
  public record AnyItem() implements Segment {}

  /** The path of the whole tree. */
  public static final ValuePath ROOT = new ValuePath(List.of());

  public ValuePath {
    segments = List.copyOf(segments);
  }

  /** The path of those keys. */
  public static ValuePath of(String... keys) {
    ValuePath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /** Reads a path; absent when the text is none. */
  public static Optional<ValuePath> parse(String text) {
    List<Segment> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == '[' ? bracket(text, at, found) : plain(text, at, found);
      if (end < 0) {
        return Optional.empty();
      }
      at = end;
    }
    return Optional.of(new ValuePath(found));
  }

  private static int plain(String text, int from, List<Segment> found) {
    int start = from;
    if (!found.isEmpty()) {
      if (text.charAt(from) != '.') {
        return -1;
      }
      start = from + 1;
    }
    int end = start;
    while (end < text.length() && ".[]\" ".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end == start || (end < text.length() && "]\" ".indexOf(text.charAt(end)) >= 0)) {
      return -1;
    }
    String name = text.substring(start, end);
    found.add(name.equals("*") ? new AnyKey() : new Key(name));
    return end;
  }

  private static int bracket(String text, int from, List<Segment> found) {
    if (text.startsWith("[\"", from)) {
      int close = text.indexOf("\"]", from + 2);
      if (close < 0) {
        return -1;
      }
      found.add(new Key(text.substring(from + 2, close).replace("\\\"", "\"")));
      return close + 2;
    }
    int close = text.indexOf(']', from);
    if (close < 0) {
      return -1;
    }
    String inside = text.substring(from + 1, close);
    if (inside.isEmpty()) {
      found.add(new AnyItem());
    } else if (inside.length() < 7 && inside.chars().allMatch(c -> c >= '0' && c <= '9')) {
      found.add(new Index(Integer.parseInt(inside)));
    } else {
      return -1;
    }
    return close + 1;
  }

  /** The last key of the path, that of the list for an item; empty where there is none. */
  public String name() {
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (segments.get(i) instanceof Key key) {
        return key.name();
      }
    }
    return "";
  }

  /** This path and one more key. */
  public ValuePath key(String name) {
    return plus(new Key(name));
  }

  /** This path and one more list item. */
  public ValuePath index(int number) {
    return plus(new Index(number));
  }

  /** This path and any key. */
  public ValuePath anyKey() {
    return plus(new AnyKey());
  }

  /** This path and any list item. */
  public ValuePath anyItem() {
    return plus(new AnyItem());
  }

  private ValuePath plus(Segment segment) {
    List<Segment> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new ValuePath(longer);
  }

  /** This path followed by another. */
  public ValuePath then(ValuePath rest) {
    List<Segment> longer = new ArrayList<>(segments);
    longer.addAll(rest.segments);
    return new ValuePath(longer);
  }

  /** Whether this path, read as a pattern with {@code *} and {@code []}, covers the other. */
  public boolean matches(ValuePath other) {
    if (segments.size() != other.segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (!covers(segments.get(i), other.segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean covers(Segment pattern, Segment segment) {
    if (pattern instanceof AnyKey) {
      return segment instanceof Key || segment instanceof AnyKey;
    }
    if (pattern instanceof AnyItem) {
      return segment instanceof Index || segment instanceof AnyItem;
    }
    return pattern.equals(segment);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      if (segment instanceof Key key
          && PLAIN.matcher(key.name()).matches()
          && !key.name().equals("*")) {
        text.append(text.isEmpty() ? "" : ".").append(key.name());
      } else if (segment instanceof Key key) {
        text.append("[\"").append(key.name().replace("\"", "\\\"")).append("\"]");
      } else if (segment instanceof Index index) {
        text.append('[').append(index.number()).append(']');
      } else if (segment instanceof AnyKey) {
        text.append(text.isEmpty() ? "" : ".").append('*');
      } else {
        text.append("[]");
      }
    }
    return text.toString();
  }
}
