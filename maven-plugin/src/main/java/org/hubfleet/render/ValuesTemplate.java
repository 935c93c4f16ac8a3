package org.hubfleet.render;

import freemarker.template.Template;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Capability;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.YamlReader;

/**
 * A capability that is plain substitution: its {@code values.yaml.ftl} prints what it lowers to.
 *
 * <p>The template reads {@code hub}, which is the hub's tree with its {@code id}, and {@code
 * cluster}, which is that of the cluster's file with its {@code name}.
 */
public final class ValuesTemplate implements Capability {
  private static final String FILE = "values.yaml.ftl";

  private final YamlReader yaml = YamlReader.ofOurs();
  private final String name;
  private final Template template;

  /** That of a folder; throws {@link IllegalStateException} when it has none. */
  public ValuesTemplate(CapabilityFolder folder, Shelf shelf) {
    name = folder.file(FILE);
    template = TemplateEngine.parse(name, shelf.text(name));
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    OriginTable table = new OriginTable();
    String text = TemplateEngine.print(template, roots(hub), table);
    if (text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return Mapping.empty(hub.clusterOrigin());
    }
    RenderedLines lines = new RenderedLines(text, table, hub.clusterOrigin());
    Outcome<Node> read = yaml.readRendered(name, text, table::value, lines::at);
    return read.value()
        .filter(tree -> read.diagnostics().isEmpty())
        .flatMap(Node::mapping)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "template " + name + " printed no map: " + read.diagnostics() + "\n" + text));
  }

  private static Mapping roots(Hub hub) {
    Scalar id = Scalar.string(hub.id(), hub.clusterOrigin());
    Scalar cluster = Scalar.string(hub.cluster().name(), hub.clusterOrigin());
    return Mapping.builder(hub.clusterOrigin())
        .put("hub", hub.tree().with("id", id))
        .put("cluster", hub.cluster().tree().with("name", cluster))
        .build();
  }
}
