package org.hubfleet.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.e2e.cluster.Moved;
import org.hubfleet.source.Node;

/**
 * Applies a compiled fleet as Flux does: server-side, with strict field validation.
 *
 * @param suite whose API server judges
 * @param fleet the compiled tree
 */
record Acceptance(Suite.Shared suite, GeneratedObjects fleet) {
  /** What lies above the hubs of a cluster is accepted. */
  void platform(String cluster) throws IOException {
    apply(fleet.platform(cluster), false);
  }

  /** A hub is accepted, dry and in earnest, and a second time nothing moves. */
  void hub(String cluster, String hub) throws IOException {
    List<Node> objects = fleet.hub(cluster, hub);
    assertThat(objects).isNotEmpty();
    apply(objects, true);
    apply(objects, false);
    Moved before = Moved.snapshot(suite.api(), objects);
    apply(fleet.platform(cluster, hub), false);
    apply(objects, false);
    assertThat(before.since(Moved.snapshot(suite.api(), objects))).isEmpty();
  }

  private void apply(List<Node> objects, boolean dryRun) {
    List<String> refused = new ArrayList<>();
    for (Node object : objects) {
      Api.Answer answer = suite.api().apply(object, dryRun);
      if (!answer.isFine()) {
        refused.add(answer.code() + " " + answer.message());
      }
    }
    assertThat(refused).isEmpty();
  }
}
