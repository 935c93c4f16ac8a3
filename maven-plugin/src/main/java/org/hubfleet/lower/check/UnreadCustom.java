package org.hubfleet.lower.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    Map<String, Mapping.Entry> custom = hub.values().entries("custom");
    if (custom.isEmpty()) {
      return;
    }
    CustomReaders readers = CustomReaders.of(hub.values().jupyterhub());
    for (Map.Entry<String, Mapping.Entry> entry : custom.entrySet()) {
      Optional<Origin> written = Checked.configured(entry.getValue().value());
      if (written.isPresent()
          && !readers.read(entry.getKey())
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
}
