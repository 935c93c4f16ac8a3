package org.hubfleet.lower.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.PythonText;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/**
 * Finds snippets that read a value below {@code custom} which the hub does not have, without a
 * default: {@code snippets/missing-value}. A read in a condition asks whether there is one. Values
 * that a secrets line fills, an extension declares or an existing Secret may bring count as there.
 */
final class MissingCustom implements ValuesCheck {
  private static final RuleName RULE = RuleName.of("snippets/missing-value");
  private static final Pattern READ =
      Pattern.compile(
          "(?<before>\\b(?:if|elif|while|not|and|or)\\s+)?\\bget_config\\(\\s*([\"'])"
              + "(?<path>custom\\.[^\"'\\\\\\n]+)\\2\\s*\\)(?<after>\\s*(?:or|is|and|if)\\b)?");

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    if (hub.values().string("hub.existingSecret").isPresent()) {
      return;
    }
    hub.values()
        .entries("hub.extraConfig")
        .values()
        .forEach(snippet -> inspect(hub, snippet.value(), problems));
  }

  private static void inspect(Checked hub, Node snippet, List<Diagnostic> problems) {
    String text = snippet.string().orElse("");
    Matcher read = READ.matcher(PythonText.withoutComments(text));
    while (read.find()) {
      Optional<ValuePath> path = ValuePath.parse("jupyterhub." + read.group("path"));
      boolean asks = read.group("before") != null || read.group("after") != null;
      if (path.isPresent() && !asks && !isThere(path.get(), hub)) {
        problems.add(
            Diagnostic.warning(
                    hub.sources().inside(snippet.origin().place(), text, read.start("path")),
                    RULE,
                    "nothing stands at "
                        + path.get()
                        + ", so get_config(\""
                        + read.group("path")
                        + "\") gives None")
                .hint(hint(path.get(), hub)));
      }
    }
  }

  private static boolean isThere(ValuePath path, Checked hub) {
    ValuePath below = new ValuePath(path.segments().subList(1, path.segments().size()));
    return hub.values().jupyterhub().at(below).isPresent()
        || hub.extensions().stream().anyMatch(e -> e.isAround(path) || e.isBelow(path))
        || hub.values().hub().tree().get("secrets").flatMap(Node::mapping).stream()
            .flatMap(lines -> lines.entries().keySet().stream())
            .flatMap(line -> ValuePath.parse(line).stream())
            .anyMatch(line -> isOneWay(line, path));
  }

  /** Whether one path leads to the other. */
  private static boolean isOneWay(ValuePath one, ValuePath other) {
    int length = Math.min(one.segments().size(), other.segments().size());
    return one.segments().subList(0, length).equals(other.segments().subList(0, length));
  }

  private static String hint(ValuePath path, Checked hub) {
    int last = path.segments().size() - 1;
    ValuePath parent = new ValuePath(path.segments().subList(1, last));
    Map<String, Mapping.Entry> known =
        hub.values()
            .jupyterhub()
            .at(parent)
            .flatMap(Node::mapping)
            .map(Mapping::entries)
            .orElse(Map.of());
    return path.segments().get(last) instanceof ValuePath.Key key
        ? Nearest.to(key.name(), List.copyOf(known.keySet()))
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("set it, give get_config a default, or declare it under extensions")
        : "set it";
  }
}
