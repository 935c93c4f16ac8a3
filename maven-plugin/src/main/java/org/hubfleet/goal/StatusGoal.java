package org.hubfleet.goal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.Side;
import org.hubfleet.deploy.Deployment;
import org.hubfleet.deploy.Holdings;
import org.hubfleet.deploy.Inquiry;
import org.hubfleet.deploy.Secrets;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.live.LiveCluster;
import org.hubfleet.live.LiveReport;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;

/**
 * Says what the deployment repository holds: by cluster and hub the source, the compiler, the
 * digest and the date; and with a kubeconfig file what the clusters say of it. What is wrong with
 * the fleet is reported by other goals. Writes nothing.
 */
final class StatusGoal implements Goal {
  private static final List<String> FORMATS = List.of("text", "json");

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String summary() {
    return "say what is deployed, and with a kubeconfig what clusters say of it";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.REPOSITORY, Parameter.BRANCH, Parameter.KUBECONFIG, Parameter.EXIT_CODE);
  }

  @Override
  public Ending run(Session session) {
    Settings settings = session.settings();
    if (!FORMATS.contains(settings.format())) {
      return Ending.wrongUse(
          "status answers in text or json: " + settings.format() + " is a format of problems");
    }
    Outcome<Fleet> bound = session.compiler().bind(settings.request());
    if (bound.value().isEmpty()) {
      return session.end(Outcome.none(bound.diagnostics()), List.of(), List.of(), " in config");
    }
    Fleet fleet = bound.value().get();
    Predicate<Part> scope = scope(settings, fleet);
    boolean live = settings.get(Parameter.KUBECONFIG).isPresent();
    Outcome<Holdings> holdings =
        new Deployment(Secrets.of(System.getenv()))
            .holdings(
                new Inquiry(
                    settings.config(),
                    fleet,
                    settings.get(Parameter.REPOSITORY),
                    settings.get(Parameter.BRANCH)),
                part -> live && scope.test(part));
    if (holdings.value().isEmpty()) {
      return session.end(Outcome.none(holdings.diagnostics()), List.of(), List.of(), "");
    }
    List<Diagnostic> problems = new ArrayList<>(holdings.diagnostics());
    SortedMap<String, LiveReport> reports =
        settings
            .get(Parameter.KUBECONFIG)
            .map(file -> live(Path.of(file), fleet, holdings.value().get(), problems))
            .orElse(new TreeMap<>());
    return end(session, new FleetStatus(fleet, holdings.value().get(), scope, reports), problems);
  }

  private static Ending end(Session session, FleetStatus status, List<Diagnostic> problems) {
    Ending ending =
        session.answer(
            new StatusLines(status).lines(), () -> new StatusDocument(status).document());
    if (!problems.isEmpty()) {
      problems.forEach(
          p -> session.console().problem(p.severity(), p + p.hint().map(h -> ": " + h).orElse("")));
      return Ending.problems(
          problems.size() + (problems.size() == 1 ? " cluster" : " clusters") + " gave no answer");
    }
    int parted = status.parted();
    return parted > 0 && session.settings().isGiven(Parameter.EXIT_CODE)
        ? Ending.problems(parted + " hubs or clusters are not as deployed")
        : ending;
  }

  private static Predicate<Part> scope(Settings settings, Fleet fleet) {
    Optional<String> cluster = settings.get(Parameter.CLUSTER);
    // A hub that has left the fleet is known by its id alone.
    Optional<String> hub =
        settings.get(Parameter.HUB).map(name -> fleet.hub(name).map(Hub::id).orElse(name));
    return part ->
        (cluster.isEmpty() || part.cluster().equals(cluster))
            && (hub.isEmpty() || part.hub().equals(hub));
  }

  private static SortedMap<String, LiveReport> live(
      Path kubeconfig, Fleet fleet, Holdings holdings, List<Diagnostic> problems) {
    LiveCluster clusters = new LiveCluster(kubeconfig);
    SortedMap<String, LiveReport> reports = new TreeMap<>();
    for (Cluster cluster : fleet.clusters()) {
      Map<Part, Side> deployed = new HashMap<>();
      holdings
          .objects()
          .forEach(
              (part, side) -> {
                if (part.cluster().filter(cluster.name()::equals).isPresent()) {
                  deployed.put(part, side);
                }
              });
      if (!deployed.isEmpty()) {
        Outcome<LiveReport> report = clusters.report(cluster, deployed);
        report.value().ifPresent(said -> reports.put(cluster.name(), said));
        problems.addAll(report.diagnostics());
      }
    }
    return reports;
  }
}
