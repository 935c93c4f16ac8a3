package org.hubfleet.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;

/**
 * Stops a deployment that could lose what people made, unless somebody has thought it through.
 *
 * <p>All problems are found at once; each says what would happen and its way out. Reports rules of
 * the topic {@code guard}.
 */
public final class Guards {
  private static final List<Guard> ALL =
      List.of(
          new OtherStorage(),
          new OtherHome(),
          new OtherNames(),
          OtherPlace.BUCKET,
          OtherPlace.FOLDER,
          new ImmutableField(),
          new LeftoverStrategy(),
          new WeakerRetention(),
          new DroppedProtection());

  private final Fleet fleet;
  private final UnaryOperator<PartChange> behind;

  /**
   * @param behind gives a change again, its new values with the lines of {@code config/} behind
   *     them
   */
  public Guards(Fleet fleet, UnaryOperator<PartChange> behind) {
    this.fleet = fleet;
    this.behind = behind;
  }

  /**
   * What was acknowledged and needed to be, a line each for the history; and what stops the
   * deployment.
   *
   * @param before how many hubs are deployed
   */
  public Outcome<List<String>> inspect(List<PartChange> changes, int before) {
    Acknowledged acknowledged = new Acknowledged(fleet);
    List<Diagnostic> problems =
        new ArrayList<>(new RemovedHubs(fleet, acknowledged).inspect(changes, before));
    for (PartChange change : changes) {
      if (change.kind() == ObjectChange.Kind.CHANGED) {
        problems.addAll(inspect(change, acknowledged));
      }
    }
    return Outcome.of(acknowledged.remarks(), problems);
  }

  private List<Diagnostic> inspect(PartChange change, Acknowledged acknowledged) {
    // Compiling a hub once more for its lines is worth it only when there is something to say.
    if (findings(change).isEmpty()) {
      return List.of();
    }
    return findings(behind.apply(change)).stream()
        .filter(finding -> !acknowledged.changeOf(change.part(), finding.object()))
        .map(finding -> problem(finding, change.part()))
        .toList();
  }

  private static List<Finding> findings(PartChange change) {
    return ALL.stream().flatMap(guard -> guard.inspect(change).stream()).toList();
  }

  private Diagnostic problem(Finding finding, Part part) {
    String file = file(part);
    Place place = finding.origin().configuredPlace().orElse(finding.origin().place());
    return Diagnostic.error(
            place.file().startsWith("config/") ? place : Place.ofFile(file),
            finding.rule(),
            finding.message() + " (" + part + ")")
        .hint(
            finding.wayOut()
                + "; or, once thought through, in "
                + file
                + ": acknowledge: [{"
                + (part.isHub() ? "" : "cluster: " + part.cluster().orElse("") + ", ")
                + "object: "
                + finding.object()
                + ", why: ..., who: ..., until: ...}]");
  }

  private String file(Part part) {
    return fleet.hubs().stream()
        .filter(hub -> part.hub().filter(hub.id()::equals).isPresent())
        .findFirst()
        .map(Hub::file)
        .orElse("config/fleet.yaml");
  }
}
