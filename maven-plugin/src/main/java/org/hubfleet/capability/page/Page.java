package org.hubfleet.capability.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Lowers {@code page} to the template variable {@code hub_page} and to two templates of ours that
 * extend JupyterHub's own and print it. They are the same for every hub and escape all they print.
 *
 * <p>Reports {@code page/low-contrast}, {@code page/markup}, {@code page/reserved-variable}, {@code
 * page/hidden} and what {@link Announcements} reports.
 */
public final class Page implements Capability {
  private static final RuleName CONTRAST = RuleName.of("page/low-contrast");
  private static final RuleName HIDDEN = RuleName.of("page/hidden");

  /** What our templates print. */
  private static final String VARIABLE = "hub_page";

  private static final String FOLDER = "/usr/local/share/hubs/templates";
  private static final List<String> TEMPLATES = List.of("page", "login");

  private final Shelf shelf;

  /**
   * @param shelf holds the templates
   */
  public Page(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    Optional<Mapping> page = hub.tree().get("page").flatMap(Node::mapping);
    return page.isEmpty() ? Mapping.empty(hub.clusterOrigin()) : lower(hub, page.get(), problems);
  }

  private Mapping lower(Hub hub, Mapping page, List<Diagnostic> problems) {
    Origin why = hub.tree().keyOrigin("page");
    LoweredValues values = new LoweredValues(why);
    Node title = hub.tree().get("title").orElse(Scalar.string(hub.title(), why));
    PageTexts texts = new PageTexts(page, problems);
    Mapping.Builder shown =
        Mapping.builder(why)
            .put("title", title)
            .put("logo", page.get("logo").map(logo -> logo(logo, title)))
            .put("colours", page.get("colours").map(colours -> colours(colours, problems)))
            .put("about", texts.about())
            .put("links", texts.links())
            .put("parties", texts.parties());
    page.get("announcements")
        .flatMap(Node::mapping)
        .map(said -> new Announcements(hub, values, problems).shown(texts.checked(said)))
        .filter(list -> !list.isEmpty())
        .ifPresent(list -> shown.put("announcements", Sequence.of(list, why)));
    values.set("hub.templateVars." + VARIABLE, shown.build());
    page.get("variables")
        .flatMap(Node::mapping)
        .ifPresent(said -> OwnVariables.add(said, VARIABLE, values, problems));
    templates(why, values);
    return values.tree();
  }

  private void templates(Origin why, LoweredValues values) {
    for (String name : TEMPLATES) {
      String file = "capabilities/page/templates/" + name + ".html";
      Origin text = why.with(Origin.at(new Place("shelf/" + file, 1, 1), Layer.COMPILER));
      values.entry(
          "hub.extraFiles",
          "page-" + name,
          Mapping.builder(why)
              .put("mountPath", FOLDER + "/" + name + ".html")
              .put("stringData", Scalar.string(shelf.text(file), text))
              .build());
    }
    values.name("hub.templatePaths", Scalar.string(FOLDER, why));
  }

  private static Mapping logo(Node logo, Node title) {
    Mapping.Builder built = Mapping.builder(logo.origin());
    return built
        .put("image", logo.get("image").orElse(logo))
        .put("link", logo.get("link"))
        .put("text", logo.get("text").orElse(title))
        .build();
  }

  private static Mapping colours(Node colours, List<Diagnostic> problems) {
    Colour ground = new Colour(colours.get("main").flatMap(Node::scalar).orElseThrow());
    Optional<Colour> said = colours.get("text").flatMap(Node::scalar).map(Colour::new);
    Colour text = said.orElseGet(ground::opposite);
    double contrast = ground.contrast(text);
    if (contrast < Colour.READABLE) {
      String found = String.format(Locale.ROOT, "%.2f", Math.floor(contrast * 100) / 100);
      problems.add(
          Diagnostic.error(
                  text.said().origin().place(),
                  CONTRAST,
                  text.said().text()
                      + " on "
                      + ground.said().text()
                      + " is hard to read: their contrast is "
                      + found
                      + ", and text needs 4.5")
              .hint("leave it out, and it is " + ground.opposite().said().text())
              .related(ground.said().origin().place(), "the ground"));
    }
    return Mapping.builder(colours.origin())
        .put("main", ground.said())
        .put("text", text.said())
        .build();
  }

  /** Overrides can take the page away again, by upstream's values or by the traits beside them. */
  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    Mapping tree = effective.hub().tree();
    if (tree.get("page").isEmpty()) {
      return;
    }
    List<String> traits = List.of("template_paths", "template_vars");
    List<Node> hiding = new ArrayList<>();
    traits.forEach(t -> effective.node("hub.config.JupyterHub." + t).ifPresent(hiding::add));
    boolean found =
        effective.items("hub.templatePaths").stream()
            .anyMatch(path -> path.string().filter(FOLDER::equals).isPresent());
    if (!found) {
      effective.node("hub.templatePaths").ifPresent(hiding::add);
    }
    if (effective.node("hub.templateVars." + VARIABLE).isEmpty()) {
      hiding.add(effective.node("hub.templateVars").orElse(tree));
    }
    for (Node node : hiding) {
      Place place = node.origin().configuredPlace().orElse(tree.keyOrigin("page").place());
      problems.add(
          Diagnostic.warning(place, HIDDEN, "with this, nothing of page is shown")
              .hint("leave it to page, or remove page")
              .related(tree.keyOrigin("page").place(), "page"));
    }
  }

  /** The keys and values of a map under a key. */
  static Map<String, Mapping.Entry> entries(Mapping map, String key) {
    return map.get(key).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }
}
