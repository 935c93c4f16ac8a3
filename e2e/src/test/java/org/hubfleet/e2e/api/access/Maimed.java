package org.hubfleet.e2e.api.access;

import java.util.Optional;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/** A hub's rights, moved to another namespace and without the one that it starts servers with. */
final class Maimed {
  private Maimed() {}

  /** The hub's account, role or binding; absent for all other objects. */
  static Optional<Node> role(Node object, String namespace, String other) {
    String kind = object.get("kind").flatMap(Node::string).orElse("");
    String name = object.at("metadata.name").flatMap(Node::string).orElse("");
    if (!name.equals("hub") || !(kind.startsWith("Role") || kind.equals("ServiceAccount"))) {
      return Optional.empty();
    }
    String text =
        JsonWriter.write(object)
            .replace("\"" + namespace + "\"", "\"" + other + "\"")
            .replaceAll("\"create\"\\s*,\\s*", "");
    return YamlReader.ofOurs().read("maimed", text, Layer.COMPILER).value();
  }
}
