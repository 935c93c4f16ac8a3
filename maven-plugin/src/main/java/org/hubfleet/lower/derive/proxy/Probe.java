package org.hubfleet.lower.derive.proxy;

import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;

/** How Kubernetes asks whether the proxy is well. */
final class Probe {
  private static final List<String> TIMES =
      List.of("initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold");

  private Probe() {}

  /**
   * The question, at the port that serves people.
   *
   * @param path of the probe's values
   * @return absent when it is switched off
   */
  static Optional<Mapping> of(Values values, String path) {
    if (!values.isTrue(path + ".enabled")) {
      return Optional.empty();
    }
    Origin origin = values.origin(path + ".enabled");
    boolean https = HttpsMode.of(values).endsAtProxy();
    Origin why = https ? values.origin("proxy.https.enabled") : origin;
    Mapping question =
        Mapping.builder(why)
            .put("path", "/_chp_healthz")
            .put("port", https ? "https" : "http")
            .put("scheme", https ? "HTTPS" : "HTTP")
            .build();
    Mapping.Builder probe = Mapping.builder(origin);
    for (String time : TIMES) {
      probe.put(time, values.node(path + "." + time));
    }
    return Optional.of(probe.put("httpGet", question).build());
  }
}
