package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** {@code access.roles}: rights of JupyterHub for people and groups. */
final class RightsLines implements Lifter {
  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> role : told.entries("hub.loadRoles").entrySet()) {
      Origin why = role.getValue().key();
      List<ValuePath> said = new ArrayList<>();
      Mapping.Builder wish = Mapping.builder(why);
      part(role, "scopes", "scopes", wish, said);
      part(role, "groups", "for", wish, said);
      part(role, "users", "users", wish, said);
      if (role.getValue().value().get("scopes").isPresent()) {
        Mapping roles = Mapping.builder(why).put(role.getKey(), why, wish.build()).build();
        found.add(new Proposal("access", Told.line("access.roles", roles), said, Map.of()));
      }
    }
    return found;
  }

  private static void part(
      Map.Entry<String, Mapping.Entry> role,
      String from,
      String to,
      Mapping.Builder wish,
      List<ValuePath> said) {
    role.getValue()
        .value()
        .get(from)
        .filter(RightsLines::isListOfTexts)
        .ifPresent(
            list -> {
              wish.put(to, list);
              said.add(ValuePath.of("hub", "loadRoles", role.getKey(), from));
            });
  }

  private static boolean isListOfTexts(Node node) {
    return node.sequence().map(Sequence::items).filter(items -> !items.isEmpty()).isPresent()
        && node.sequence().orElseThrow().items().stream()
            .allMatch(item -> item.string().isPresent());
  }
}
