package org.hubfleet.compare;

import java.util.regex.Pattern;

/**
 * A field of an object as people read it, such as {@code spec.template.spec.containers[hub].image}:
 * list items are named by their key where the API has one, else by their number from 0.
 */
public record FieldPath(String text) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

  /** The whole object. */
  public static final FieldPath ROOT = new FieldPath("");

  /** A field of this map. */
  FieldPath key(String name) {
    if (!PLAIN.matcher(name).matches()) {
      return new FieldPath(text + "[\"" + name + "\"]");
    }
    return new FieldPath(text.isEmpty() ? name : text + "." + name);
  }

  /** An item of this list. */
  FieldPath item(String label) {
    return new FieldPath(text + "[" + label + "]");
  }

  /** Whether it is the field or lies below it. */
  public boolean isAtOrBelow(String field) {
    return text.equals(field) || text.startsWith(field + ".") || text.startsWith(field + "[");
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "(all of it)" : text;
  }
}
