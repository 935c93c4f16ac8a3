package org.hubfleet.render;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Capability;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Scalar;

/**
 * A capability that is plain substitution: its {@code values.yaml.ftl} prints what it lowers to.
 *
 * <p>The template reads {@code hub}, which is the hub's tree with its {@code id}, and {@code
 * cluster}, which is that of the cluster's file with its {@code name}.
 */
public final class ValuesTemplate implements Capability {
  private static final String FILE = "values.yaml.ftl";

  private final LocatedTemplate template;

  /** That of a folder; throws {@link IllegalStateException} when it has none. */
  public ValuesTemplate(CapabilityFolder folder, Shelf shelf) {
    template = new LocatedTemplate(shelf, folder.file(FILE));
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    return template
        .filled(roots(hub), hub.clusterOrigin())
        .orElseGet(() -> Mapping.empty(hub.clusterOrigin()));
  }

  private static Mapping roots(Hub hub) {
    Scalar id = Scalar.string(hub.id(), hub.clusterOrigin());
    Scalar cluster = Scalar.string(hub.cluster().name(), hub.clusterOrigin());
    return Mapping.builder(hub.clusterOrigin())
        .put("hub", hub.tree().with("id", id))
        .put("cluster", hub.cluster().tree().with("name", cluster))
        .build();
  }
}
