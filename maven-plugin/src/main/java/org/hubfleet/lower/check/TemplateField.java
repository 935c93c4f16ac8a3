package org.hubfleet.lower.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a text that KubeSpawner fills in with Python's {@code str.format}: {@code {name}},
 * where a brace that stays is written twice.
 *
 * @param name empty for a field without one
 */
record TemplateField(String name) {
  /** The fields of KubeSpawner 7. */
  static final Set<String> KNOWN =
      Set.of(
          "userid",
          "unescaped_username",
          "unescaped_servername",
          "hubnamespace",
          "username",
          "servername",
          "user_server",
          "safe_username",
          "safe_servername",
          "safe_user_server",
          "escaped_username",
          "escaped_servername",
          "escaped_user_server",
          "pod_name",
          "pvc_name",
          "namespace");

  /**
   * What a text consists of.
   *
   * @param literal characters that stay
   * @param mistake why it is no such text at all
   */
  record Parsed(List<TemplateField> fields, int literal, Optional<String> mistake) {}

  static Parsed parse(String text) {
    List<TemplateField> fields = new ArrayList<>();
    int literal = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && twice) {
        literal++;
        at += 2;
      } else if (c == '}') {
        return new Parsed(fields, literal, Optional.of("a closing brace without an opening one"));
      } else if (c == '{') {
        int end = end(text, at + 1);
        if (end < 0) {
          return new Parsed(fields, literal, Optional.of("an opening brace without a closing one"));
        }
        fields.add(new TemplateField(name(text.substring(at + 1, end))));
        at = end + 1;
      } else {
        literal++;
        at++;
      }
    }
    return new Parsed(fields, literal, Optional.empty());
  }

  /** The closing brace of the field that began before; fields may stand in its format. */
  private static int end(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String name(String field) {
    int end = 0;
    while (end < field.length() && "!:.[".indexOf(field.charAt(end)) < 0) {
      end++;
    }
    return field.substring(0, end);
  }
}
