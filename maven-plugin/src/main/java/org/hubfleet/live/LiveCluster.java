package org.hubfleet.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.compare.Coverage;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.ObjectKey;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.Side;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Cluster;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Looks at running clusters. Reads only.
 *
 * <p>Reports {@code live/no-context}, {@code live/kubeconfig}, {@code live/unreachable} and {@code
 * live/not-allowed}.
 */
public final class LiveCluster {
  private static final RuleName UNREACHABLE = RuleName.of("live/unreachable");
  private static final RuleName NOT_ALLOWED = RuleName.of("live/not-allowed");
  private static final String SETS = "kustomize.toolkit.fluxcd.io";

  private final Access access;

  /**
   * @param kubeconfig the file that says how to reach clusters
   */
  public LiveCluster(Path kubeconfig) {
    this.access = new Access(kubeconfig);
  }

  /** What a cluster says of the objects that were deployed to it. */
  public Outcome<LiveReport> report(Cluster cluster, Map<Part, Side> deployed) {
    return access
        .to(cluster)
        .then(
            server -> {
              try {
                return Outcome.of(report(new LiveObjects(server), new TreeMap<>(deployed)));
              } catch (IOException refused) {
                return Outcome.none(problem(cluster, refused));
              }
            });
  }

  private static Diagnostic problem(Cluster cluster, IOException broken) {
    boolean stranger = broken instanceof ApiServer.NotAllowed;
    String said = String.valueOf(broken.getMessage()).strip().replaceAll("\\s+", " ");
    return Diagnostic.error(
        Access.place(cluster),
        stranger ? NOT_ALLOWED : UNREACHABLE,
        "the API server of \""
            + cluster.name()
            + (stranger ? "\" does not know who asks" : "\" gives no answer: " + said));
  }

  private static LiveReport report(LiveObjects live, SortedMap<Part, Side> deployed)
      throws IOException {
    live.read(deployed.values().stream().flatMap(side -> side.objects().stream()).toList());
    SortedMap<Part, LiveHub> parts = new TreeMap<>();
    for (Map.Entry<Part, Side> part : deployed.entrySet()) {
      parts.put(part.getKey(), hub(live, part.getValue()));
    }
    return new LiveReport(parts, live.hidden());
  }

  private static LiveHub hub(LiveObjects live, Side deployed) throws IOException {
    List<FluxSet> sets = new ArrayList<>();
    SortedMap<ObjectKey, ObjectChange> drift = new TreeMap<>();
    for (Mapping object : deployed.objects()) {
      ObjectKey key = ObjectKey.of(object).orElseThrow();
      if (key.group().equals(SETS)) {
        sets.add(FluxSet.of(key.name(), live.get(key)));
      }
      if (!live.isHidden(object)) {
        drift(object, key, live.get(key)).ifPresent(change -> drift.put(key, change));
      }
    }
    return new LiveHub(sets, List.copyOf(drift.values()));
  }

  private static Optional<ObjectChange> drift(
      Mapping wanted, ObjectKey key, Optional<Mapping> live) {
    List<FieldChange> fields =
        live.isEmpty() || !isKeptAsDeployed(wanted)
            ? List.of()
            : Coverage.missing(wanted, live.get());
    return live.isPresent() && fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new ObjectChange(key, Optional.of(wanted), live, fields));
  }

  /** Not what is only made once, and not what only Flux can decrypt. */
  private static boolean isKeptAsDeployed(Mapping wanted) {
    boolean once =
        wanted
            .at("metadata.annotations")
            .flatMap(annotations -> annotations.get(SETS + "/ssa"))
            .flatMap(Node::string)
            .isPresent();
    return !once && wanted.get("sops").isEmpty();
  }
}
