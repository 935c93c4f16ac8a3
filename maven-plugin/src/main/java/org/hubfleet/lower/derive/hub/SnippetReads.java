package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.model.PythonText;

/**
 * Which values a piece of Python reads through {@code get_config} and {@code
 * set_config_if_not_none}, told from its text.
 *
 * @param paths that are read as a whole, dotted and rootless, sorted
 * @param isDynamic whether some path is only known when the text runs
 */
record SnippetReads(Set<String> paths, boolean isDynamic) {
  private static final Pattern ALIAS =
      Pattern.compile("\\b(get_config|set_config_if_not_none)\\s+as\\s+(\\w+)");
  private static final Pattern FUNCTION =
      Pattern.compile("\\b(get_config|set_config_if_not_none)\\b(?!\\s+as\\b)");
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?<prefix>[rRuUfF]{0,2})(?<quote>\"\"\"|'''|\"|')(?<text>[^\"'\\\\\\n]*)\\k<quote>");
  private static final Pattern IMPORT =
      Pattern.compile("^\\s*(from\\s+z2jh\\s+import|import)\\b.*");

  /** What that text reads. */
  static SnippetReads of(String python) {
    Collector collector = new Collector(PythonText.withoutComments(python));
    collector.read();
    return new SnippetReads(new TreeSet<>(collector.paths), collector.isDynamic);
  }

  private static final class Collector {
    private final Set<String> paths = new LinkedHashSet<>();
    private final String text;
    private boolean isDynamic;

    Collector(String text) {
      this.text = text;
    }

    void read() {
      calls(FUNCTION.matcher(text));
      Matcher alias = ALIAS.matcher(text);
      while (alias.find()) {
        int skipped = alias.group(1).equals("get_config") ? 0 : 2;
        Matcher use = Pattern.compile("\\b" + alias.group(2) + "\\b").matcher(text);
        while (use.find()) {
          if (use.start() != alias.start(2)) {
            call(use.end(), skipped, use.start());
          }
        }
      }
    }

    private void calls(Matcher function) {
      while (function.find()) {
        int skipped = function.group(1).equals("get_config") ? 0 : 2;
        call(function.end(), skipped, function.start());
      }
    }

    /** The call whose name ends there; its path follows that many other arguments. */
    private void call(int end, int skipped, int start) {
      int open = PythonText.skipSpace(text, end);
      if (open >= text.length() || text.charAt(open) != '(') {
        // Not called here: an import is harmless, a function handed on may read anything.
        isDynamic |= !IMPORT.matcher(PythonText.lineAround(text, start)).matches();
        return;
      }
      List<String> arguments = PythonText.arguments(text, open);
      String path = arguments.size() > skipped ? arguments.get(skipped).strip() : "";
      for (String argument : arguments) {
        if (argument.strip().startsWith("key=") || argument.strip().startsWith("key =")) {
          path = argument.substring(argument.indexOf('=') + 1).strip();
        }
      }
      if (!path.isEmpty()) {
        path(path);
      }
    }

    private void path(String argument) {
      Matcher literal = LITERAL.matcher(argument);
      if (!literal.lookingAt()) {
        isDynamic = true;
        return;
      }
      String found = literal.group("text");
      boolean formatted = literal.group("prefix").toLowerCase(java.util.Locale.ROOT).contains("f");
      int brace = formatted ? found.indexOf('{') : -1;
      boolean whole = brace < 0 && literal.end() == argument.length();
      String known = brace >= 0 ? found.substring(0, brace) : found;
      if (!whole) {
        // The rest is only known at run time: everything below the last full name is read.
        int dot = known.lastIndexOf('.');
        if (dot < 0) {
          isDynamic = true;
          return;
        }
        known = known.substring(0, dot);
      }
      paths.add(known);
    }
  }

  /** What several texts read together. */
  static SnippetReads all(List<String> texts) {
    Set<String> paths = new TreeSet<>();
    boolean dynamic = false;
    for (SnippetReads reads : new ArrayList<>(texts.stream().map(SnippetReads::of).toList())) {
      paths.addAll(reads.paths);
      dynamic |= reads.isDynamic;
    }
    return new SnippetReads(paths, dynamic);
  }
}
