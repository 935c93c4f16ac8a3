package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The service that ends idle servers, run by the hub itself, and the role it needs.
 *
 * <p>Flags are those of jupyterhub-idle-culler 1.4.0; a number that is zero or absent leaves its
 * flag out.
 */
final class Culler {
  private static final String NAME = "jupyterhub-idle-culler";

  private Culler() {}

  static Mapping service(Values values) {
    List<Node> command = new ArrayList<>();
    Origin enabled = values.origin("cull.enabled");
    for (String word : List.of("python3", "-m", "jupyterhub_idle_culler")) {
      command.add(Scalar.string(word, enabled));
    }
    String api = "http://localhost:" + HubPod.PORT + HubPod.below(values, "hub/api");
    command.add(values.text("--url=" + api, "hub.baseUrl"));
    number(values, "timeout", "--timeout=").ifPresent(command::add);
    number(values, "every", "--cull-every=").ifPresent(command::add);
    number(values, "concurrency", "--concurrency=").ifPresent(command::add);
    number(values, "maxAge", "--max-age=").ifPresent(command::add);
    if (values.isTrue("cull.users")) {
      command.add(values.text("--cull-users", "cull.users"));
    }
    if (values.node("cull.adminUsers").isPresent() && !values.isTrue("cull.adminUsers")) {
      command.add(values.text("--cull-admin-users=false", "cull.adminUsers"));
    }
    if (values.isTrue("cull.removeNamedServers")) {
      command.add(values.text("--remove-named-servers", "cull.removeNamedServers"));
    }
    return Mapping.builder(enabled)
        .put("name", NAME)
        .put("command", Sequence.of(command, enabled))
        .build();
  }

  private static Optional<Scalar> number(Values values, String key, String flag) {
    return values
        .node("cull." + key)
        .flatMap(Node::scalar)
        .filter(scalar -> scalar.isNumber() && scalar.number().signum() != 0)
        .map(scalar -> Scalar.string(flag + scalar.text(), scalar.origin()));
  }

  static Mapping role(Values values) {
    Origin enabled = values.origin("cull.enabled");
    List<Node> scopes = new ArrayList<>();
    for (String scope :
        List.of("list:users", "read:users:activity", "read:servers", "delete:servers")) {
      scopes.add(Scalar.string(scope, enabled));
    }
    if (values.isTrue("cull.users")) {
      scopes.add(values.text("admin:users", "cull.users"));
    }
    return Mapping.builder(enabled)
        .put("name", NAME)
        .put("scopes", Sequence.of(scopes, enabled))
        .put("services", Sequence.of(List.of(Scalar.string(NAME, enabled)), enabled))
        .build();
  }
}
