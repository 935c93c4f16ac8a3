package org.hubfleet.lower.derive.puller;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Checksum;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.puller}: {@code images} that the pullers fetch; {@code hook}, whether the hook
 * puller is made; of its waiting Job the {@code job} name, which carries a digest of all that the
 * Job is made from, since a Job never changes, and the {@code command}.
 *
 * <p>Reports {@code puller/hook-left-out} where someone asks for the hook puller and the departure
 * {@code no-hook-puller} holds.
 */
public final class Puller implements Derivation {
  private static final RuleName LEFT_OUT = RuleName.of("puller/hook-left-out");
  private static final String DEPARTURE = "no-hook-puller";
  private static final String HOOK = "prePuller.hook";
  private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";
  private static final int DIGEST = 10;

  @Override
  public String key() {
    return "puller";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    boolean wanted = values.isTrue(HOOK + ".enabled");
    Origin asked = values.origin(HOOK + ".enabled");
    if (wanted && asked.isConfigured() && values.hub().departs(DEPARTURE)) {
      problems.add(
          Diagnostic.warning(
                  asked.place(),
                  LEFT_OUT,
                  "the hook puller is left out, since nothing would wait for it without Helm")
              .hint("leave this line out, or set departures." + DEPARTURE + " to false"));
    }
    Sequence images = PulledImages.of(values);
    return Mapping.builder(values.origin("prePuller"))
        .put("images", images)
        .put("hook", Scalar.bool(wanted && !values.hub().departs(DEPARTURE), asked))
        .put("command", command(values))
        .put("job", job(values, images))
        .build();
  }

  private static Sequence command(Values values) {
    Origin origin = values.origin(HOOK + ".enabled");
    String wait =
        values
            .node(HOOK + ".podSchedulingWaitDuration")
            .flatMap(Node::scalar)
            .map(Scalar::text)
            .orElse("10");
    return Sequence.of(
        List.of(
            Scalar.string("/image-awaiter", origin),
            Scalar.string("-ca-path=" + ACCOUNT + "ca.crt", origin),
            Scalar.string("-auth-token-path=" + ACCOUNT + "token", origin),
            Scalar.string(
                "-api-server-address=https://kubernetes.default.svc:$(KUBERNETES_SERVICE_PORT)",
                origin),
            Scalar.string("-namespace=" + values.hub().namespace(), origin),
            Scalar.string("-daemonset=" + values.name("hook-image-puller").text(), origin),
            values.text(
                "-pod-scheduling-wait-duration=" + wait, HOOK + ".podSchedulingWaitDuration")),
        origin);
  }

  private static Scalar job(Values values, Sequence images) {
    Mapping made =
        Mapping.builder(values.origin(HOOK))
            .put("images", images)
            .put("values", values.map("prePuller").without("continuous"))
            .put("image", values.derived("images.image-awaiter"))
            .put("pullSecrets", values.derived("pullSecrets.image-awaiter"))
            .put("placement", values.derived("placement.hook-image-awaiter"))
            .put("account", values.context().at("accounts.hook-image-awaiter"))
            .put("labels", values.derived("labels.hook-image-awaiter"))
            .put("command", command(values))
            .build();
    String name = values.name("hook-image-awaiter").text();
    return values.text(name + "-" + Checksum.of(made).substring(0, DIGEST), HOOK + ".enabled");
  }
}
