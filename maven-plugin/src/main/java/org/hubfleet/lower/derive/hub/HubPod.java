package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.Environment;
import org.hubfleet.source.Checksum;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.hub}: what the hub's Deployment and Service print and cannot compute: {@code
 * args}, {@code env}, {@code labels} and {@code annotations} of the pod, {@code volumes}, {@code
 * volumeMounts}, {@code health} (the path asked for it), {@code account}, {@code
 * serviceAnnotations}.
 *
 * <p>The checksums among the annotations are over exactly what the pod mounts from ConfigMaps of
 * ours, so that nothing else restarts the hub.
 */
public final class HubPod implements Derivation {
  /** The port of the hub. */
  static final int PORT = 8081;

  private static final String CONFIG_FILE = HubVolumes.FOLDER + "jupyterhub_config.py";
  private static final List<String> NETWORKS = List.of("proxy-api", "proxy-http", "singleuser");

  @Override
  public String key() {
    return "hub";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    HubVolumes volumes = HubVolumes.of(values);
    return Mapping.builder(values.origin("hub"))
        .put("args", args(values))
        .put("env", environment(values))
        .put("labels", labels(values))
        .put("annotations", annotations(values))
        .put("volumes", volumes.volumes())
        .put("volumeMounts", volumes.mounts())
        .put("health", values.text(below(values, "hub/health"), "hub.baseUrl"))
        .put("account", account(values))
        .put("serviceAnnotations", serviceAnnotations(values))
        .build();
  }

  /** A path below the base path of the hub, such as {@code /jupyter/hub/api}. */
  static String below(Values values, String path) {
    String base = values.string("hub.baseUrl").orElse("/");
    return (base.endsWith("/") ? base : base + "/") + path;
  }

  /** The account the hub acts as; absent for the namespace's default account. */
  static Optional<Node> account(Values values) {
    Optional<Node> name = values.node("hub.serviceAccount.name");
    return values.isTrue("hub.serviceAccount.create")
        ? name.or(() -> Optional.of(values.name("hub")))
        : name;
  }

  private static Node args(Values values) {
    if (!values.items("hub.args").isEmpty()) {
      return values.node("hub.args").orElseThrow();
    }
    Origin origin = values.origin("hub.args");
    List<Node> args = new ArrayList<>();
    for (String word : List.of("jupyterhub", "--config", CONFIG_FILE)) {
      args.add(Scalar.string(word, origin));
    }
    if (values.isTrue("debug.enabled")) {
      args.add(values.text("--debug", "debug.enabled"));
    }
    boolean isFile = values.string("hub.db.type").equals(Optional.of("sqlite-pvc"));
    if (values.isTrue("hub.db.upgrade")) {
      args.add(values.text("--upgrade-db", "hub.db.upgrade"));
    } else if (values.node("hub.db.upgrade").isEmpty() && isFile) {
      args.add(values.text("--upgrade-db", "hub.db.type"));
    }
    return Sequence.of(args, origin);
  }

  private static Sequence environment(Values values) {
    Origin origin = values.hub().clusterOrigin();
    Node release = values.context().get("release").orElseThrow();
    Mapping namespace =
        Mapping.builder(origin)
            .put("fieldRef", Mapping.builder(origin).put("fieldPath", "metadata.namespace").build())
            .build();
    Mapping token = values.derived("tokens.proxy").mapping().orElseThrow();
    return Environment.of(
        values,
        "hub.extraEnv",
        List.of(
            Environment.variable("PYTHONUNBUFFERED", "1", origin),
            Mapping.builder(release.origin())
                .put("name", "HELM_RELEASE_NAME")
                .put("value", release)
                .build(),
            Mapping.builder(origin)
                .put("name", "POD_NAMESPACE")
                .put("valueFrom", namespace)
                .build(),
            Environment.secret("CONFIGPROXY_AUTH_TOKEN", token)));
  }

  private static Mapping labels(Values values) {
    Mapping pod = values.derived("labels.hub.pod").mapping().orElseThrow();
    Mapping.Builder labels = Mapping.builder(pod.origin());
    pod.entries().forEach((key, entry) -> labels.put(key, entry.value()));
    for (String network : NETWORKS) {
      labels.put("hub.jupyter.org/network-access-" + network, "true");
    }
    values
        .entries("hub.labels")
        .forEach((key, entry) -> labels.put(key, entry.key(), entry.value()));
    return labels.build();
  }

  private static Mapping annotations(Values values) {
    Mapping.Builder annotations = Mapping.builder(values.origin("hub.annotations"));
    annotations.put("checksum/config", values.derived("hubConfig.checksum"));
    checksum(values, "snippets", "hubConfig.snippets", annotations);
    checksum(values, "files", "files.hub.data", annotations);
    checksum(values, "binary-files", "files.hub.binaryData", annotations);
    values
        .entries("hub.annotations")
        .forEach((key, entry) -> annotations.put(key, entry.key(), entry.value()));
    return annotations.build();
  }

  private static void checksum(
      Values values, String name, String path, Mapping.Builder annotations) {
    Mapping content = values.derived(path).mapping().orElseThrow();
    if (!content.isEmpty()) {
      List<Origin> origins = new ArrayList<>();
      content.entries().values().forEach(entry -> origins.add(entry.value().origin()));
      annotations.put("checksum/" + name, Scalar.string(Checksum.of(content), Origin.of(origins)));
    }
  }

  /** Where Prometheus finds the metrics, unless people say otherwise. */
  private static Mapping serviceAnnotations(Values values) {
    Origin origin = values.origin("hub.service.annotations");
    Mapping.Builder annotations =
        Mapping.builder(origin)
            .put("prometheus.io/scrape", "true")
            .put("prometheus.io/path", values.text(below(values, "hub/metrics"), "hub.baseUrl"))
            .put("prometheus.io/port", Integer.toString(PORT));
    values
        .entries("hub.service.annotations")
        .forEach((key, entry) -> annotations.put(key, entry.key(), entry.value()));
    return annotations.build();
  }
}
