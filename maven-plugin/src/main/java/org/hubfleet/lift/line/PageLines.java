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
 * is another one, so nothing of this is ever the same at the same path.
 */
final class PageLines implements Lifter {
  private static final String VARS = "custom.homepage.templateVars.";
  private static final ValuePath SHOWN = ValuePath.of("hub", "templateVars", "hub_page");
  private static final Map<String, String> PARTIES =
      Map.of("designed_by", "designers", "operated_by", "operators", "funded_by", "funders");

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    one(told, "org.name", "title", SHOWN.key("title")).ifPresent(found::add);
    logo(told).ifPresent(found::add);
    for (String key : List.of("designed_by", "operated_by", "funded_by")) {
      party(told, key, PARTIES.get(key)).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Proposal> one(Told told, String from, String line, ValuePath to) {
    return text(told, from).map(text -> moved(line, Told.line(line, text), Map.of(path(from), to)));
  }

  /** The picture, and where it leads. */
  private static Optional<Proposal> logo(Told told) {
    Optional<Scalar> image = text(told, "org.logo_url");
    Optional<Scalar> link = text(told, "org.url");
    if (image.isEmpty()) {
      return Optional.empty();
    }
    Map<ValuePath, ValuePath> elsewhere = new LinkedHashMap<>();
    elsewhere.put(path("org.logo_url"), SHOWN.key("logo").key("image"));
    link.ifPresent(url -> elsewhere.put(path("org.url"), SHOWN.key("logo").key("link")));
    Mapping logo =
        Mapping.builder(image.get().origin()).put("image", image).put("link", link).build();
    return Optional.of(moved("page", Told.line("page.logo", logo), elsewhere));
  }

  private static Optional<Proposal> party(Told told, String from, String key) {
    Optional<Scalar> name = text(told, from + ".name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Scalar> url = text(told, from + ".url");
    Node where = url.<Node>map(link -> link).orElse(Mapping.empty(name.get().origin()));
    Mapping line = Mapping.builder(name.get().origin()).put(name.get().text(), where).build();
    ValuePath shown = SHOWN.key("parties").key(key).key("names").index(0);
    Map<ValuePath, ValuePath> elsewhere = new LinkedHashMap<>();
    elsewhere.put(path(from + ".name"), shown.key("name"));
    url.ifPresent(link -> elsewhere.put(path(from + ".url"), shown.key("link")));
    List<ValuePath> said = new ArrayList<>(List.of(path(from + ".name")));
    told.scalar(VARS + from + ".url").ifPresent(any -> said.add(path(from + ".url")));
    return Optional.of(new Proposal("page", Told.line("page." + key, line), said, elsewhere));
  }

  /** A text that says something. */
  private static Optional<Scalar> text(Told told, String from) {
    return told.scalar(VARS + from)
        .filter(text -> text.string().filter(t -> !t.isEmpty()).isPresent());
  }

  private static ValuePath path(String below) {
    return ValuePath.parse(VARS + below).orElseThrow();
  }

  private static Proposal moved(String key, Mapping lines, Map<ValuePath, ValuePath> elsewhere) {
    return new Proposal(key, lines, List.copyOf(elsewhere.keySet()), elsewhere);
  }
}
