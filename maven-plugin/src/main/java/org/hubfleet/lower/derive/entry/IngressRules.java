package org.hubfleet.lower.derive.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** The rules of the Ingress: one a host, or one for every name where there are no hosts. */
final class IngressRules {
  private IngressRules() {}

  /** A map with {@code rules}. */
  static Mapping of(Values values, EntryPort port) {
    Origin origin = values.origin("ingress.enabled");
    Sequence paths = paths(values, port);
    List<Node> hosts = values.items("ingress.hosts");
    List<Node> rules =
        hosts.isEmpty()
            ? List.of(rule(Optional.empty(), paths, origin))
            : hosts.stream()
                .map(host -> (Node) rule(Optional.of(host), paths, host.origin()))
                .toList();
    return Mapping.builder(origin).put("rules", Sequence.of(rules, origin)).build();
  }

  private static Mapping rule(Optional<Node> host, Sequence paths, Origin origin) {
    return Mapping.builder(origin)
        .put("host", host)
        .put("http", Mapping.builder(origin).put("paths", paths).build())
        .build();
  }

  private static Sequence paths(Values values, EntryPort port) {
    String text = BasePath.of(values) + "/" + values.string("ingress.pathSuffix").orElse("");
    Origin why =
        Origin.of(List.of(values.origin("hub.baseUrl"), values.origin("ingress.pathSuffix")));
    Mapping path =
        Mapping.builder(why)
            .put("path", Scalar.string(text, why))
            .put("pathType", values.node("ingress.pathType"))
            .put("backend", port.byName(values))
            .build();
    List<Node> paths = new ArrayList<>();
    paths.add(path);
    paths.addAll(values.items("ingress.extraPaths"));
    return Sequence.of(paths, why);
  }
}
