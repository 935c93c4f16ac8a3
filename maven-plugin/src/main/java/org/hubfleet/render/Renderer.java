package org.hubfleet.render;

import freemarker.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/** Renders a blueprint through every object template of the shelf. Safe for threads. */
public final class Renderer {
  /** Key of a fragment, or list of fragments, that is laid over the map it stands in. */
  private static final String MERGE = "$merge";

  private final YamlReader yaml = YamlReader.ofOurs();
  private final Map<String, Template> templates = new LinkedHashMap<>();

  /** Parses all templates of {@code objects/} in the folders of components and capabilities. */
  public Renderer(Shelf shelf) {
    for (String shelves : List.of("upstream", "capabilities")) {
      parse(shelf, shelf.files(shelves, ".yaml.ftl").stream().filter(f -> f.contains("/objects/")));
    }
  }

  /** Parses all templates below a folder of the shelf. */
  public Renderer(Shelf shelf, String folder) {
    parse(shelf, shelf.files(folder, ".yaml.ftl").stream());
  }

  private void parse(Shelf shelf, Stream<String> files) {
    files.forEach(file -> templates.put(file, TemplateEngine.parse(file, shelf.text(file))));
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
    for (Map.Entry<String, Template> template : templates.entrySet()) {
      render(template.getKey(), template.getValue(), tree, outermost)
          .ifPresent(object -> manifests.add(new Manifest(component(template.getKey()), object)));
    }
    return manifests;
  }

  private static String component(String file) {
    String[] steps = file.split("/", -1);
    return steps[0].equals(Manifest.FLUX) ? steps[0] : steps[1];
  }

  private Optional<Mapping> render(String name, Template template, Mapping tree, Origin outermost) {
    OriginTable table = new OriginTable();
    String text = TemplateEngine.print(template, tree, table);
    if (text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return Optional.empty();
    }
    RenderedLines lines = new RenderedLines(text, table, outermost);
    Outcome<Node> read = yaml.readRendered(name, text, table::value, lines::at);
    if (read.value().isEmpty() || !read.diagnostics().isEmpty()) {
      throw new IllegalStateException(
          "template " + name + " printed no YAML: " + read.diagnostics() + "\n" + text);
    }
    return read.value().flatMap(Node::mapping).map(Renderer::merged);
  }

  private static Mapping merged(Mapping object) {
    return (Mapping) mergedNode(object);
  }

  private static Node mergedNode(Node node) {
    if (node instanceof Sequence sequence) {
      return Sequence.of(
          sequence.items().stream().map(Renderer::mergedNode).toList(), sequence.origin());
    }
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    Mapping.Builder plain = Mapping.builder(mapping.origin());
    mapping
        .without(MERGE)
        .entries()
        .forEach((key, entry) -> plain.put(key, entry.key(), mergedNode(entry.value())));
    Mapping result = plain.build();
    for (Node fragment : fragments(mapping)) {
      result = ObjectMerge.merge(result, fragment.mapping().orElseThrow());
    }
    return result;
  }

  private static List<Node> fragments(Mapping mapping) {
    Optional<Node> found = mapping.get(MERGE);
    return found.isEmpty()
        ? List.of()
        : found.get().sequence().map(Sequence::items).orElse(List.of(found.get()));
  }
}
