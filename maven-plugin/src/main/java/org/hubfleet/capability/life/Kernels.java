package org.hubfleet.capability.life;

import java.util.Optional;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.time.Span;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * When kernels are stopped: the hub knows nothing of kernels, so this is configuration of the
 * server in people's containers, as a file in a folder where Jupyter Server always looks.
 *
 * <p>Source: {@code MappingKernelManager} of jupyter_server 2. What people put below their own
 * {@code ~/.jupyter} wins over it.
 */
final class Kernels {
  private static final String FILE = "/usr/local/etc/jupyter/jupyter_server_config.json";
  private static final long USUAL_LOOK = 300;
  private static final long LEAST_LOOK = 60;

  private Kernels() {}

  static void lower(Spans spans, LoweredValues values) {
    Optional<Scalar> said = spans.said("kernels");
    if (said.isEmpty()) {
      return;
    }
    Origin why = said.get().origin();
    long idle = spans.at("kernels").map(Span::seconds).orElse(0L);
    Mapping.Builder manager =
        Mapping.builder(why).put("cull_idle_timeout", Scalar.integer(idle, why));
    if (idle > 0) {
      long look = Math.min(USUAL_LOOK, Math.max(LEAST_LOOK, idle / 4));
      manager.put("cull_interval", Scalar.integer(look, why));
      // A page that somebody left open keeps its connection.
      manager.put("cull_connected", Scalar.bool(true, why));
    }
    Mapping data = Mapping.builder(why).put("MappingKernelManager", manager.build()).build();
    Mapping file = Mapping.builder(why).put("mountPath", FILE).put("data", data).build();
    values.set("singleuser.extraFiles.life-kernels", file);
  }
}
