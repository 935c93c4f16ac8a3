package org.hubfleet.flux;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * What a hub's Flux account hands on. The API server lets nobody give rights that he does not hold,
 * and before a Role exists lets nobody bind it without the right to.
 *
 * @param rules of all Roles of the hub, each once
 * @param roles that are bound, by name, each once
 */
record Delegation(List<Node> rules, List<Scalar> roles) {
  static Delegation of(List<Manifest> manifests) {
    Map<String, Node> rules = new LinkedHashMap<>();
    Map<String, Scalar> roles = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      if (manifest.kind().equals("Role")) {
        manifest.object().get("rules").flatMap(Node::sequence).map(Sequence::items).stream()
            .flatMap(List::stream)
            .forEach(rule -> rules.putIfAbsent(JsonWriter.write(rule), rule));
      }
      if (manifest.kind().equals("RoleBinding")) {
        manifest
            .object()
            .at("roleRef.name")
            .flatMap(Node::scalar)
            .ifPresent(name -> roles.putIfAbsent(name.text(), name));
      }
    }
    return new Delegation(List.copyOf(rules.values()), List.copyOf(roles.values()));
  }

  Sequence rules(Origin origin) {
    return Sequence.of(rules, origin);
  }

  Sequence roles(Origin origin) {
    return Sequence.of(roles, origin);
  }
}
