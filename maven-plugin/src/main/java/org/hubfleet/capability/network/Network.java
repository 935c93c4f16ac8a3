package org.hubfleet.capability.network;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Provider;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;

/**
 * Lowers {@code internet}, {@code reach} and the cluster's metadata address to the network policy
 * of servers. Its parts report: {@link Internet}, {@link Services} and {@link Enforcement}.
 */
public final class Network implements Capability {
  private final Shelf shelf;
  private final Mapping engines;

  public Network(Shelf shelf) {
    this.shelf = shelf;
    this.engines = shelf.tree("capabilities/network/engines.yaml", Layer.COMPILER);
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    engine(hub).name().ifPresent(name -> values.fact("policies.engine", name));
    MetadataAddress.lower(hub, values);
    Services.lower(hub, values, problems);
    Internet.lower(hub, provider(hub), engine(hub), values, problems);
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    Hub hub = effective.hub();
    Enforcement.check(effective, provider(hub), engine(hub), problems);
  }

  private Provider provider(Hub hub) {
    return shelf.providers().of(hub.cluster().provider());
  }

  private Engine engine(Hub hub) {
    return Engine.of(hub.cluster(), provider(hub), engines);
  }
}
