package org.hubfleet.lower.derive;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * {@code context.names}: what each of the hub's objects is called.
 *
 * <p>Namespaced names carry the prefix of {@code fullnameOverride}: none when it is the empty
 * string, the string and a dash when it is another, the release when it is null. Cluster-scoped
 * names always carry the release. The names are those of the chart, so that a hub which runs under
 * it is adopted.
 */
final class Names implements Derivation {
  private static final List<String> OBJECTS =
      List.of(
          "hub",
          "hub-db-dir",
          "hub-files",
          "hub-snippets",
          "hub-tokens",
          "proxy",
          "proxy-api",
          "proxy-http",
          "proxy-public",
          "proxy-public-tls-acme",
          "proxy-public-manual-tls",
          "autohttps",
          "user-placeholder",
          "singleuser",
          "continuous-image-puller",
          "hook-image-puller",
          "hook-image-awaiter",
          "image-pull-secret");

  @Override
  public String key() {
    return "names";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Optional<String> override = values.string("fullnameOverride");
    Origin origin = values.origin("fullnameOverride");
    String release = values.hub().release();
    String prefix = override.map(text -> text.isEmpty() ? "" : text + "-").orElse(release + "-");
    Mapping.Builder names = Mapping.builder(origin);
    names.put("prefix", Scalar.string(prefix, origin));
    for (String object : OBJECTS) {
      names.put(object, Scalar.string(prefix + object, origin));
    }
    names.put(
        "entry",
        Scalar.string(
            override.map(text -> text.isEmpty() ? "jupyterhub" : text).orElse(release), origin));
    names.put("user-scheduler-deploy", Scalar.string(prefix + "user-scheduler", origin));
    names.put("user-scheduler-lock", Scalar.string(prefix + "user-scheduler-lock", origin));
    Origin released = ((Scalar) values.context().get("release").orElseThrow()).origin();
    names.put("user-scheduler", Scalar.string(release + "-user-scheduler", released));
    names.put("priority", Scalar.string(release + "-default-priority", released));
    names.put(
        "user-placeholder-priority",
        Scalar.string(release + "-user-placeholder-priority", released));
    names.put("image-puller-priority", Scalar.string(release + "-image-puller-priority", released));
    return names.build();
  }
}
