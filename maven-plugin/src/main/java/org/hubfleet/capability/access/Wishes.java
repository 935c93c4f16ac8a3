package org.hubfleet.capability.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * What a hub says under {@code access}, with short ways to ask.
 *
 * @param known addresses that follow from a name
 */
record Wishes(Hub hub, Mapping tree, Mapping known) {
  /** The value of a key. */
  Optional<Node> get(String key) {
    return tree.get(key);
  }

  /** Whether a key is true. */
  boolean is(String key) {
    return get(key).filter(Node::isTrue).isPresent();
  }

  /** The names below a key, in order. */
  List<Scalar> names(String key) {
    return get(key).map(Groups::names).orElse(List.of());
  }

  /** Whether some people are named who may use the hub: users, admins or staff. */
  boolean namesSomebody() {
    return !names("users").isEmpty() || !names("admins").isEmpty() || get("staff").isPresent();
  }

  /** The entries below a key. */
  Map<String, Mapping.Entry> entries(String key) {
    return get(key).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }

  /** The Secret that holds what the hub needs to log people in. */
  String secret() {
    return get("secret").flatMap(Node::string).orElse(hub.id() + "-login");
  }

  /** The hub's address below its domain, with the path of the hub; absent without a domain. */
  Optional<Scalar> address(String path) {
    String base = hub.overridden("hub.baseUrl").flatMap(Node::string).orElse("/");
    String slash = base.endsWith("/") ? "" : "/";
    return hub.tree()
        .get("domain")
        .flatMap(Node::scalar)
        .map(d -> Scalar.string("https://" + d.text() + base + slash + path, d.origin()));
  }
}
