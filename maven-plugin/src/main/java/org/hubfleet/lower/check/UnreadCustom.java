package org.hubfleet.lower.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Extension;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.ValuePath;

/**
 * Finds values below {@code custom} that none of the hub's code reads: {@code
 * values/unread-custom}. A path that is put together when the code runs reads all it may; a key
 * that an extension declares or a secrets line fills is taken as read.
 */
final class UnreadCustom implements ValuesCheck {
  private static final RuleName RULE = RuleName.of("values/unread-custom");
  private static final Pattern PATH = Pattern.compile("[\"'](custom(?:\\.[^\"'{\\s]*)?)");

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    Map<String, Mapping.Entry> custom = hub.values().entries("custom");
    if (custom.isEmpty()) {
      return;
    }
    List<String> paths = code(hub).stream().flatMap(UnreadCustom::read).toList();
    for (Map.Entry<String, Mapping.Entry> entry : custom.entrySet()) {
      Optional<Origin> written = Checked.configured(entry.getValue().value());
      if (written.isPresent()
          && !isRead(entry.getKey(), paths)
          && !isDeclared(entry.getKey(), hub)) {
        problems.add(
            Diagnostic.warning(
                    entry.getValue().key().place(),
                    RULE,
                    "no snippet reads custom." + entry.getKey())
                .hint("read it with get_config(\"custom." + entry.getKey() + "\"), or remove it"));
      }
    }
  }

  /** The texts in a piece of code that are paths below custom, or begin with one. */
  private static Stream<String> read(String code) {
    return PATH.matcher(code).results().map(found -> found.group(1));
  }

  private static boolean isRead(String key, List<String> paths) {
    String path = "custom." + key;
    return paths.stream()
        .anyMatch(
            read ->
                read.equals("custom")
                    || read.equals("custom.")
                    || read.equals(path)
                    || read.startsWith(path + "."));
  }

  private static boolean isDeclared(String key, Checked hub) {
    ValuePath path = ValuePath.of("jupyterhub", "custom", key);
    boolean secret =
        hub.values().hub().tree().get("secrets").flatMap(Node::mapping).stream()
            .flatMap(lines -> lines.entries().keySet().stream())
            .flatMap(line -> ValuePath.parse(line).stream())
            .anyMatch(
                line ->
                    new Extension(path, "any", hub.blame(hub.values().jupyterhub()))
                        .isAround(line));
    return secret || hub.extensions().stream().anyMatch(e -> e.isAround(path) || e.isBelow(path));
  }

  private static List<String> code(Checked hub) {
    List<String> found = new ArrayList<>();
    hub.values()
        .entries("hub.extraConfig")
        .values()
        .forEach(entry -> entry.value().string().ifPresent(found::add));
    hub.values()
        .entries("hub.extraFiles")
        .values()
        .forEach(
            file -> file.value().get("stringData").flatMap(Node::string).ifPresent(found::add));
    return found;
  }
}
