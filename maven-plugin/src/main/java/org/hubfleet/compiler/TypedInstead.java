package org.hubfleet.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lift.Lifting;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Trial;
import org.hubfleet.lift.line.Lifters;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.ValuePath;
import org.hubfleet.source.YamlWriter;

/**
 * Finds values under {@code overrides} that lines of the hub language say in exactly the same way:
 * {@code override/typed-instead}, once for each capability of a hub.
 *
 * <p>Hubs that say everything by overrides are left in peace: the import offers them the lines.
 */
final class TypedInstead {
  private static final RuleName RULE = RuleName.of("override/typed-instead");

  /** Also a hub that says everything else by overrides has them. */
  private static final Set<String> OF_EVERY_HUB = Set.of("domain", "distribution");

  private final Lifting lifting;
  private final Set<String> keys = new TreeSet<>();
  private final Map<String, SourceFile> files = new HashMap<>();

  /**
   * @param folders of the capabilities
   * @param sources of the fleet
   */
  TypedInstead(Shelf shelf, List<CapabilityFolder> folders, Sources sources) {
    lifting = new Lifting(Lifters.all(shelf));
    folders.forEach(folder -> keys.addAll(folder.keys()));
    keys.removeAll(OF_EVERY_HUB);
    sources.files().forEach(file -> files.put(file.path(), file));
  }

  /** What is found in the file of a hub. */
  List<Diagnostic> inspect(Hub hub, Trial trial) {
    Optional<Mapping> file =
        Optional.ofNullable(files.get(hub.file())).flatMap(SourceFile::tree).flatMap(Node::mapping);
    boolean asked =
        file.filter(tree -> tree.entries().keySet().stream().anyMatch(keys::contains))
            .filter(tree -> lifting.isWorthATry(tree, hub.cluster()))
            .isPresent();
    return asked ? inspect(file.get(), trial) : List.of();
  }

  private List<Diagnostic> inspect(Mapping file, Trial trial) {
    Map<String, List<Proposal>> found = new LinkedHashMap<>();
    for (Proposal kept : lifting.lift(file, trial).kept()) {
      found.computeIfAbsent(kept.capability(), key -> new ArrayList<>()).add(kept);
    }
    List<Diagnostic> problems = new ArrayList<>();
    found.forEach((capability, kept) -> problems.add(problem(file, capability, kept)));
    return problems;
  }

  private static Diagnostic problem(Mapping file, String capability, List<Proposal> kept) {
    Mapping lines = Mapping.empty(file.origin());
    for (Proposal one : kept) {
      lines = TreeMerge.merge(lines, one.lines());
    }
    int values = kept.stream().mapToInt(one -> one.said().size()).sum();
    return Diagnostic.warning(
            place(file, kept.get(0).said().get(0)),
            RULE,
            capability
                + " says the same as "
                + (values == 1
                    ? "this override"
                    : "this and " + (values - 1) + " more under overrides"))
        .hint("write " + flow(lines).replaceAll("^\\{|}$", "") + " instead");
  }

  private static Place place(Mapping file, ValuePath said) {
    ValuePath path = ValuePath.of("values", "jupyterhub").then(said);
    return file.get("overrides").flatMap(Node::sequence).orElseThrow().items().stream()
        .flatMap(block -> block.at(path).stream())
        .reduce((first, second) -> second)
        .orElse(file)
        .origin()
        .place();
  }

  /** A tree in one line. */
  private static String flow(Node node) {
    if (node instanceof Mapping map) {
      List<String> entries = new ArrayList<>();
      map.entries().forEach((key, entry) -> entries.add(key(key) + ": " + flow(entry.value())));
      return "{" + String.join(", ", entries) + "}";
    }
    if (node.sequence().isPresent()) {
      return "["
          + String.join(
              ", ", node.sequence().get().items().stream().map(TypedInstead::flow).toList())
          + "]";
    }
    return node.string().isPresent() ? text(node.string().get()) : YamlWriter.write(node).strip();
  }

  private static String key(String key) {
    return key.matches("[A-Za-z][A-Za-z0-9_-]*") ? key : YamlWriter.quoted(key);
  }

  private static String text(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9_./-]*") ? text : YamlWriter.quoted(text);
  }
}
