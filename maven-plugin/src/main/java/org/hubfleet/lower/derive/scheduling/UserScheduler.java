package org.hubfleet.lower.derive.scheduling;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Checksum;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlWriter;

/**
 * {@code context.userScheduler}: {@code configuration}, the text of its KubeSchedulerConfiguration;
 * {@code checksum} of that text, which restarts it; {@code command}; {@code claims}, whether the
 * cluster's Kubernetes lets a scheduler make resource claims.
 *
 * <p>Source: <a
 * href="https://kubernetes.io/docs/reference/config-api/kube-scheduler-config.v1/">kube-scheduler
 * configuration v1</a>; the rights of a scheduler are those of the bootstrap roles {@code
 * system:kube-scheduler} and {@code system:volume-scheduler} of Kubernetes 1.34 to 1.36.
 */
public final class UserScheduler implements Derivation {
  private static final String PATH = "scheduling.userScheduler";

  /** The first minor whose scheduler makes resource claims for extended resources by itself. */
  private static final int MAKES_CLAIMS = 36;

  @Override
  public String key() {
    return "userScheduler";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Mapping configuration = configuration(values);
    Origin enabled = values.origin(PATH + ".enabled");
    return Mapping.builder(enabled)
        .put("command", command(values))
        .put(
            "configuration", Scalar.string(YamlWriter.write(configuration), configuration.origin()))
        .put("checksum", Scalar.string(Checksum.of(configuration), configuration.origin()))
        .put("claims", claims(values))
        .build();
  }

  private static Sequence command(Values values) {
    Origin origin = values.origin(PATH + ".enabled");
    String level =
        values.node(PATH + ".logLevel").flatMap(Node::scalar).map(Scalar::text).orElse("4");
    return Sequence.of(
        List.of(
            Scalar.string("/usr/local/bin/kube-scheduler", origin),
            Scalar.string("--config=/etc/user-scheduler/config.yaml", origin),
            // The ConfigMap it would look up lies in kube-system, where it may read nothing.
            Scalar.string("--authentication-skip-lookup=true", origin),
            values.text("--v=" + level, PATH + ".logLevel")),
        origin);
  }

  private static Mapping configuration(Values values) {
    Origin enabled = values.origin(PATH + ".enabled");
    Origin origin =
        Origin.of(
            List.of(
                values.origin(PATH + ".plugins"), values.origin(PATH + ".pluginConfig"), enabled));
    Mapping election =
        Mapping.builder(enabled)
            .put("leaderElect", Scalar.bool(true, enabled))
            .put("resourceLock", "leases")
            .put("resourceName", values.name("user-scheduler-lock"))
            .put("resourceNamespace", values.derived("namespace"))
            .build();
    Mapping profile =
        Mapping.builder(origin)
            .put("schedulerName", values.name("user-scheduler"))
            .put("plugins", values.node(PATH + ".plugins"))
            .put("pluginConfig", values.node(PATH + ".pluginConfig"))
            .build();
    return Mapping.builder(origin)
        .put("apiVersion", "kubescheduler.config.k8s.io/v1")
        .put("kind", "KubeSchedulerConfiguration")
        .put("leaderElection", election)
        .put("profiles", Sequence.of(List.of(profile), origin))
        .build();
  }

  private static Scalar claims(Values values) {
    Scalar minor = (Scalar) values.derived("minor");
    int number = Integer.parseInt(minor.text().substring(minor.text().indexOf('.') + 1));
    return Scalar.bool(number >= MAKES_CLAIMS, minor.origin());
  }
}
