package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.hubRole}: the rules of the hub's Role.
 *
 * <p>KubeSpawner makes Services for servers with {@code services_enabled} or {@code internal_ssl},
 * and Secrets with {@code internal_ssl} only. With the departure least-hub-role the hub may do so
 * where the values or a snippet ask for it; without it always, as in the chart.
 */
public final class HubRole implements Derivation {
  private static final List<String> ALL = List.of("get", "watch", "list", "create", "delete");
  private static final List<String> MAKE = List.of("get", "create", "delete");
  private static final List<String> READ = List.of("get", "watch", "list");

  @Override
  public String key() {
    return "hubRole";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Origin origin = values.origin("rbac.create");
    List<Node> rules = new ArrayList<>();
    if (values.hub().departs("least-hub-role")) {
      boolean encrypted = asks(values, "hub.config.JupyterHub.internal_ssl", "internal_ssl");
      rules.add(rule(origin, ALL, "pods", "persistentvolumeclaims"));
      if (encrypted) {
        rules.add(rule(origin, MAKE, "secrets", "services"));
      } else if (asks(values, "hub.config.KubeSpawner.services_enabled", "services_enabled")) {
        rules.add(rule(origin, MAKE, "services"));
      }
    } else {
      rules.add(rule(origin, ALL, "pods", "persistentvolumeclaims", "secrets", "services"));
    }
    rules.add(rule(origin, READ, "events"));
    return Sequence.of(rules, origin);
  }

  private static boolean asks(Values values, String path, String word) {
    return values.isTrue(path) || Snippets.of(values).mention(word);
  }

  private static Mapping rule(Origin origin, List<String> verbs, String... resources) {
    return Mapping.builder(origin)
        .put("apiGroups", texts(origin, List.of("")))
        .put("resources", texts(origin, List.of(resources)))
        .put("verbs", texts(origin, verbs))
        .build();
  }

  private static Sequence texts(Origin origin, List<String> texts) {
    return Sequence.of(texts.stream().map(text -> Scalar.string(text, origin)).toList(), origin);
  }
}
