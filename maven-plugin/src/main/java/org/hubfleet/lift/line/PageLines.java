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
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/**
 * {@code title} and {@code page}: what a wrapping chart of one operator shows on its page. Our page
 * is another one, so nothing of this is ever the same by itself.
 */
final class PageLines implements Lifter {
  private static final String VARS = "custom.homepage.templateVars.";
  private static final ValuePath SHOWN = ValuePath.of("hub", "templateVars", "hub_page");

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    one(told, "org.name", "title", SHOWN.key("title")).ifPresent(found::add);
    one(told, "org.logo_url", "page.logo.image", SHOWN.key("logo").key("image"))
        .ifPresent(found::add);
    one(told, "org.url", "page.logo.link", SHOWN.key("logo").key("link")).ifPresent(found::add);
    boolean operated = party(told, "operated_by", "operators", 0).map(found::add).orElse(false);
    party(told, "funded_by", "funders", operated ? 1 : 0).ifPresent(found::add);
    return found;
  }

  private static Optional<Proposal> one(Told told, String from, String line, ValuePath to) {
    return told.scalar(VARS + from)
        .filter(text -> text.string().isPresent())
        .map(text -> moved(Told.line(line, text), Map.of(path(from), to)));
  }

  private static Optional<Proposal> party(Told told, String from, String key, int place) {
    Optional<Scalar> name = told.scalar(VARS + from + ".name");
    Optional<Scalar> url = told.scalar(VARS + from + ".url");
    if (name.flatMap(Node::string).isEmpty() || url.isEmpty()) {
      return Optional.empty();
    }
    Mapping line = Mapping.builder(name.get().origin()).put(name.get().text(), url.get()).build();
    ValuePath shown = SHOWN.key("parties").index(place).key("names").index(0);
    Map<ValuePath, ValuePath> elsewhere = new LinkedHashMap<>();
    elsewhere.put(path(from + ".name"), shown.key("name"));
    elsewhere.put(path(from + ".url"), shown.key("link"));
    return Optional.of(moved(Told.line("page." + key, line), elsewhere));
  }

  private static ValuePath path(String below) {
    return ValuePath.parse(VARS + below).orElseThrow();
  }

  private static Proposal moved(Mapping lines, Map<ValuePath, ValuePath> elsewhere) {
    return new Proposal("page", lines, List.copyOf(elsewhere.keySet()), elsewhere);
  }
}
