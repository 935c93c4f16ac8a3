package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** {@code access.roles} and {@code access.services}: rights of people, groups and programs. */
final class RightsLines implements Lifter {
  /** What upstream calls what the lines say of a service. */
  private static final Map<String, String> WORDS = words();

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
      part(role, "services", "services", wish, said);
      if (role.getValue().value().get("scopes").isPresent()) {
        Mapping roles = Mapping.builder(why).put(role.getKey(), why, wish.build()).build();
        found.add(new Proposal("access", Told.line("access.roles", roles), said, Map.of()));
      }
    }
    for (Map.Entry<String, Mapping.Entry> one : told.entries("hub.services").entrySet()) {
      service(one).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Proposal> service(Map.Entry<String, Mapping.Entry> one) {
    Origin why = one.getValue().key();
    Mapping.Builder wish = Mapping.builder(why);
    List<ValuePath> said = new ArrayList<>();
    WORDS.forEach(
        (from, to) ->
            one.getValue()
                .value()
                .get(from)
                .ifPresent(
                    value -> {
                      wish.put(to, value);
                      said.add(ValuePath.of("hub", "services", one.getKey(), from));
                    }));
    Mapping services = Mapping.builder(why).put(one.getKey(), why, wish.build()).build();
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Proposal("access", Told.line("access.services", services), said, Map.of()));
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("url", "url");
    words.put("command", "command");
    words.put("display", "shown");
    words.put("oauth_no_confirm", "trusted");
    words.put("oauth_redirect_uri", "callback");
    return words;
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
