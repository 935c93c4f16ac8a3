package org.hubfleet.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;

/** Renders a blueprint through every object template of the shelf. Safe for threads. */
public final class Renderer {
  private static final String EACH = "/objects/each-";

  private final List<LocatedTemplate> templates;

  /** Parses all templates of {@code objects/} in the folders of components and capabilities. */
  public Renderer(Shelf shelf) {
    this(
        shelf,
        Stream.of("upstream", "capabilities")
            .flatMap(folder -> shelf.files(folder, ".yaml.ftl").stream())
            .filter(file -> file.contains("/objects/")));
  }

  /** Parses all templates below a folder of the shelf. */
  public Renderer(Shelf shelf, String folder) {
    this(shelf, shelf.files(folder, ".yaml.ftl").stream());
  }

  private Renderer(Shelf shelf, Stream<String> files) {
    templates = files.map(file -> new LocatedTemplate(shelf, file)).toList();
  }

  /** The objects of a hub, in the order of the shelf; a template that prints nothing makes none. */
  public Outcome<List<Manifest>> render(Blueprint blueprint) {
    return Outcome.of(render(blueprint.values(), blueprint.hub().clusterOrigin()));
  }

  /**
   * The objects that templates make of a tree, in the order of the shelf.
   *
   * @param outermost where fixed text comes from that no value opened
   */
  public List<Manifest> render(Mapping tree, Origin outermost) {
    List<Manifest> manifests = new ArrayList<>();
    for (LocatedTemplate template : templates) {
      for (Mapping one : trees(template, tree)) {
        template
            .filled(one, outermost)
            .ifPresent(object -> manifests.add(new Manifest(component(template), object)));
      }
    }
    return manifests;
  }

  /**
   * What a template is filled with: the tree, or, when its file begins with {@code each-}, the tree
   * once for each item of {@code context.<folder>.each}, which it reads as {@code each}.
   */
  private static List<Mapping> trees(LocatedTemplate template, Mapping tree) {
    if (!template.file().contains(EACH)) {
      return List.of(tree);
    }
    return tree
        .at("context." + component(template) + ".each")
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .orElse(List.of())
        .stream()
        .map(item -> tree.with("each", item))
        .toList();
  }

  private static String component(LocatedTemplate template) {
    String[] steps = template.file().split("/", -1);
    return steps[0].equals(Manifest.FLUX) ? steps[0] : steps[1];
  }
}
