package org.hubfleet.render;

import freemarker.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
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
      for (String file : shelf.files(shelves, ".yaml.ftl")) {
        if (file.contains("/objects/")) {
          templates.put(file, TemplateEngine.parse(file, shelf.text(file)));
        }
      }
    }
  }

  /** The objects of a hub, in the order of the shelf; a template that prints nothing makes none. */
  public Outcome<List<Manifest>> render(Blueprint blueprint) {
    List<Manifest> manifests = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Map.Entry<String, Template> template : templates.entrySet()) {
      render(template.getKey(), template.getValue(), blueprint)
          .ifPresent(object -> manifests.add(new Manifest(component(template.getKey()), object)));
    }
    return Outcome.of(manifests, problems);
  }

  private static String component(String file) {
    return file.split("/", -1)[1];
  }

  private Optional<Mapping> render(String name, Template template, Blueprint blueprint) {
    OriginTable table = new OriginTable();
    String text = TemplateEngine.print(template, blueprint.values(), table);
    if (text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return Optional.empty();
    }
    RenderedLines lines = new RenderedLines(text, table, blueprint.hub().clusterOrigin());
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
