package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * {@code servers} from a list of profiles: one guess that says all of it, what several kinds share
 * once, and what no line says as a map under {@code overrides}; then every part by itself.
 */
final class ProfileLines implements Lifter {
  static final ValuePath LIST = ValuePath.of("singleuser", "profileList");

  private static final ValuePath PAGE = ValuePath.of("singleuser", "defaultUrl");

  private final Shelf shelf;

  ProfileLines(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Proposal> propose(Told told) {
    List<Node> profiles =
        told.node(LIST.toString()).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
    if (profiles.isEmpty() || profiles.stream().anyMatch(one -> one.mapping().isEmpty())) {
      return List.of();
    }
    Pools pools = Pools.of(told.cluster(), shelf);
    boolean builder = told.cluster().fact("builder").isPresent();
    Set<String> names = new TreeSet<>();
    List<KindLines> kinds = new ArrayList<>();
    for (Node profile : profiles) {
      Mapping said = profile.mapping().orElseThrow();
      kinds.add(KindLines.of(ProfileName.of(said, names), said, pools, builder));
    }
    List<Proposal> found = new ArrayList<>();
    SharedLines shared = new SharedLines(kinds, told.file().get("environments"));
    found.add(Proposal.leaving("servers", shared.lines(), said(told), left(kinds, told)));
    for (KindLines kind : kinds) {
      shared.fixed(kind).ifPresent(lines -> found.add(Proposal.part("servers", lines, LIST)));
      kind.parts()
          .forEach(
              lines ->
                  found.add(
                      Proposal.part("servers", Told.line("servers." + kind.name(), lines), LIST)));
    }
    return found;
  }

  /** With kinds of servers, servers open JupyterLab unless lines say otherwise. */
  private static List<ValuePath> said(Told told) {
    boolean lab =
        told.scalar(PAGE.toString()).filter(page -> page.text().equals("/lab")).isPresent();
    boolean free = told.node("singleuser.image").isEmpty();
    return lab && free ? List.of(LIST, PAGE) : List.of(LIST);
  }

  private static Optional<Mapping> left(List<KindLines> kinds, Told told) {
    Mapping.Builder left = Mapping.builder(told.file().origin());
    kinds.stream()
        .filter(kind -> !kind.left().isEmpty())
        .forEach(kind -> left.put(kind.name(), kind.left()));
    Mapping all = left.build();
    return all.isEmpty() ? Optional.empty() : Optional.of(Told.line(LIST.toString(), all));
  }
}
