package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.ValuePath;

/**
 * The values that the hub's own code can ask for: those its snippets and Python files read, those
 * that {@code extensions:} keeps, all of {@code custom} when a path is only known at run time, and
 * all of {@code hub.config} when a Secret's {@code values.yaml} is laid over it.
 */
final class VisibleValues {
  private VisibleValues() {}

  /** The tree, rootless as upstream's. */
  static Mapping of(Values values, Snippets snippets) {
    TreeSet<String> dotted = new TreeSet<>();
    SnippetReads reads = SnippetReads.all(texts(values, snippets));
    dotted.addAll(reads.paths());
    if (reads.isDynamic()) {
      dotted.add("custom");
    }
    if (values.node("hub.existingSecret").isPresent()) {
      dotted.add("hub.config");
    }
    List<ValuePath> paths = new ArrayList<>();
    for (String path : dotted) {
      paths.add(ValuePath.of(path.split("\\.", -1)));
    }
    paths.addAll(extensions(values));
    Mapping tree = Mapping.empty(values.origin("hub.extraConfig"));
    for (ValuePath path : paths) {
      Optional<Node> value = values.jupyterhub().at(path);
      if (value.isPresent() && !path.segments().isEmpty()) {
        tree = TreeMerge.merge(tree, nested(path, value.get()));
      }
    }
    return tree;
  }

  private static List<String> texts(Values values, Snippets snippets) {
    List<String> texts = new ArrayList<>();
    snippets.byFile().values().forEach(text -> texts.add(text.text()));
    values
        .entries("hub.extraFiles")
        .values()
        .forEach(
            file -> file.value().get("stringData").flatMap(Node::string).ifPresent(texts::add));
    return texts;
  }

  /** What a line keeps: the value at its path, up to the first segment that is no key. */
  private static List<ValuePath> extensions(Values values) {
    List<ValuePath> paths = new ArrayList<>();
    List<Node> lines =
        values
            .hub()
            .tree()
            .get("extensions")
            .flatMap(Node::sequence)
            .map(Sequence::items)
            .orElse(List.of());
    for (Node line : lines) {
      line.get("path")
          .flatMap(Node::string)
          .flatMap(ValuePath::parse)
          .filter(path -> path.toString().startsWith("jupyterhub."))
          .filter(path -> !path.toString().startsWith("jupyterhub.hub.config."))
          .ifPresent(path -> paths.add(keys(path)));
    }
    return paths;
  }

  private static ValuePath keys(ValuePath path) {
    List<ValuePath.Segment> kept = new ArrayList<>();
    for (ValuePath.Segment segment : path.segments().subList(1, path.segments().size())) {
      if (!(segment instanceof ValuePath.Key)) {
        break;
      }
      kept.add(segment);
    }
    return new ValuePath(kept);
  }

  private static Mapping nested(ValuePath path, Node value) {
    Node tree = value;
    for (int i = path.segments().size() - 1; i >= 0; i--) {
      String key = ((ValuePath.Key) path.segments().get(i)).name();
      tree = Mapping.builder(value.origin()).put(key, tree).build();
    }
    return (Mapping) tree;
  }
}
