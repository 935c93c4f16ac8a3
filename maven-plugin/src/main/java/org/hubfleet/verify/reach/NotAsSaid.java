package org.hubfleet.verify.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.verify.object.Complaint;

/**
 * Holds what servers reach against what the hub's file says: an override or a patch may have opened
 * what is said to be closed, or taken a way that is said to be there.
 *
 * <p>Reports {@code network/not-as-said} and {@code network/open-by-the-way}.
 */
public final class NotAsSaid {
  private static final RuleName NOT = RuleName.of("network/not-as-said");
  private static final RuleName BY_THE_WAY = RuleName.of("network/open-by-the-way");
  private static final Set<String> NEVER_ASKED =
      Set.of(Reach.METADATA, Reach.OTHERS, Reach.DATABASE);
  private static final String HUB_INGRESS = "hub.networkPolicy.ingress";
  private static final String METADATA_SWITCH =
      "singleuser.networkPolicy.egressAllowRules.cloudMetadataServer";
  private static final Map<String, Extent> SAID =
      Map.of("open", Extent.EVERYTHING, "web", Extent.WEBSITES, "none", Extent.NOTHING);

  private NotAsSaid() {}

  /** The problems of a hub and its objects, in any order. */
  public static List<Diagnostic> inspect(Blueprint blueprint, List<Manifest> manifests) {
    Reach reach = Reach.in(blueprint, manifests);
    List<Diagnostic> problems = new ArrayList<>();
    internet(blueprint.hub(), reach).ifPresent(problems::add);
    services(reach, problems);
    reach
        .prometheus()
        .filter(verdict -> !verdict.isOpen())
        .ifPresent(verdict -> problems.add(cutOff(blueprint, verdict)));
    byTheWay(blueprint, reach, problems);
    return problems;
  }

  private static Optional<Diagnostic> internet(Hub hub, Reach reach) {
    Optional<Node> said = hub.tree().get("internet").filter(node -> !node.isNull());
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Extent found = reach.internet().extent();
    boolean agrees =
        said.get()
            .string()
            .map(word -> SAID.get(word) == found)
            .orElse(found == Extent.NOTHING || found == Extent.PARTS);
    return agrees
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    Complaint.place(hub, reach.internet().why()),
                    NOT,
                    "servers reach "
                        + found.words()
                        + ", and the hub's file says "
                        + said.get().string().orElse("some of it"))
                .hint("change the line about internet, or take this out")
                .related(said.get().origin().place(), "what is said"));
  }

  private static void services(Reach reach, List<Diagnostic> problems) {
    reach
        .services()
        .forEach(
            (name, row) -> {
              if (!row.isOpen()) {
                problems.add(
                    Diagnostic.error(
                            reach.said(name).place(), NOT, "no rule lets servers reach " + name)
                        .hint(
                            "where overrides give rules below egress, give them by name, so that"
                                + " others stay beside them"));
              }
            });
  }

  private static Diagnostic cutOff(Blueprint blueprint, Verdict verdict) {
    Hub hub = blueprint.hub();
    Origin rules = blueprint.jupyterhub().at(HUB_INGRESS).map(Node::origin).orElse(verdict.why());
    Diagnostic problem =
        Diagnostic.error(
                Complaint.place(hub, rules),
                NOT,
                "no rule lets the cluster's Prometheus reach the hub")
            .hint("give rules here by name, so that others stay beside them");
    return hub.cluster()
        .fact("monitoring")
        .map(fact -> problem.related(fact.origin().place(), "what is said"))
        .orElse(problem);
  }

  /** One warning for each line that opens something. */
  private static void byTheWay(Blueprint blueprint, Reach reach, List<Diagnostic> problems) {
    Hub hub = blueprint.hub();
    boolean asked = blueprint.jupyterhub().at(METADATA_SWITCH).filter(Node::isTrue).isPresent();
    Map<Place, List<String>> opened = new LinkedHashMap<>();
    for (Reach.Row row : reach.rows()) {
      boolean never = NEVER_ASKED.contains(row.place()) || row.place().startsWith(Reach.SHARE);
      if (row.isOpen() && never && !(asked && row.place().equals(Reach.METADATA))) {
        opened
            .computeIfAbsent(Complaint.place(hub, row.why()), place -> new ArrayList<>())
            .add(row.place());
      }
    }
    opened.forEach(
        (place, places) ->
            problems.add(
                Diagnostic.warning(place, BY_THE_WAY, "with this servers reach " + listed(places))
                    .hint(
                        "take it out, and name just what they need: reach: {<name>: {address: ...,"
                            + " ports: [...]}}")));
  }

  private static String listed(List<String> places) {
    int last = places.size() - 1;
    return last == 0
        ? places.get(0)
        : String.join(", ", places.subList(0, last)) + " and " + places.get(last);
  }
}
