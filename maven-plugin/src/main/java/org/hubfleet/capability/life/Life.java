package org.hubfleet.capability.life;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.time.Ending;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Lowers {@code life} and {@code ends}: when servers and kernels stop, how many there may be, and
 * what happens when the hub ends.
 */
public final class Life implements Capability {
  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Optional<Ending> ending = Ending.of(hub);
    ending.ifPresent(end -> new End(hub, end).lower(values, problems));
    boolean closed = ending.filter(Ending::isClosed).isPresent();
    hub.tree()
        .get("life")
        .flatMap(Node::mapping)
        .ifPresent(
            life -> {
              Spans spans = new Spans(life);
              if (!closed) {
                Stopping.lower(spans, values);
              }
              Kernels.lower(spans, values);
              Limits.lower(life, spans, values);
              spans.check(problems);
            });
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    DeletedHomes.inspect(effective, problems);
    OpenAfterAll.inspect(effective, problems);
  }
}
