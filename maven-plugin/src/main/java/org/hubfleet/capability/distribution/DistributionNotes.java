package org.hubfleet.capability.distribution;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.distribution.Distribution;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Says which distribution a hub is built on, and what of it is not there yet; its lines themselves
 * are a layer of the hub, merged before anything is lowered.
 *
 * <p>Reports a rule {@code distribution/without-<word>} for each thing that a shipped distribution
 * lacks on the hub's cluster, where it is named, so that it can be accepted there.
 */
public final class DistributionNotes implements Capability {
  private static final String WITHOUT = "distribution/without-";

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    String separator = "";
    StringBuilder names = new StringBuilder();
    for (Distribution distribution : hub.distributions()) {
      names.insert(0, distribution.label() + separator);
      separator = " on ";
      distribution
          .lacks(path -> hub.cluster().fact(path).isPresent())
          .entries()
          .forEach((word, what) -> problems.add(without(distribution, word, what.value())));
    }
    if (!hub.distributions().isEmpty()) {
      List<Distribution> all = hub.distributions();
      Distribution last = all.get(all.size() - 1);
      Origin origin = last.named().origin().with(last.tree().origin());
      values.note("distribution", Scalar.string(names.toString(), origin));
    }
    return values.tree();
  }

  private static Diagnostic without(Distribution distribution, String word, Node what) {
    return Diagnostic.warning(
            distribution.named().origin().place(),
            RuleName.of(WITHOUT + word),
            distribution.label() + " comes without " + what.string().orElse(word))
        .hint("accept it with allow: [{rule: " + WITHOUT + word + ", why: ...}]");
  }
}
