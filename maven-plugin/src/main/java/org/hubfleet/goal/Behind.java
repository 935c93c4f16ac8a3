package org.hubfleet.goal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.compare.Side;
import org.hubfleet.compare.Texts;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.write.Layout;

/**
 * Finds the lines of {@code config/} behind a change. Compiled text has lost them, so the hub of
 * the change is compiled once more and its objects are compared with all their origins.
 */
record Behind(Compiler compiler, Compilation compilation) {
  /** The same change, its new values with the origins they have in {@code config/}. */
  PartChange locate(PartChange change) {
    Optional<Hub> hub = hub(change);
    if (hub.isEmpty() || change.kind() == ObjectChange.Kind.REMOVED) {
      return change;
    }
    return compiler
        .compile(hub.get(), compilation.secrets())
        .value()
        .map(compiled -> locate(change, hub.get(), compiled))
        .orElse(change);
  }

  private Optional<Hub> hub(PartChange change) {
    return compilation.fleet().hubs().stream()
        .filter(hub -> change.part().hub().filter(hub.id()::equals).isPresent())
        .filter(hub -> change.part().cluster().filter(hub.cluster().name()::equals).isPresent())
        .findFirst();
  }

  private PartChange locate(PartChange change, Hub hub, CompiledHub compiled) {
    List<Mapping> made =
        compiled.manifests().stream()
            .filter(manifest -> change.files().contains(Layout.file(hub, manifest)))
            .map(Manifest::object)
            .toList();
    List<Mapping> passed = passedThrough(change).objects();
    Optional<Mapping> continuity =
        change
            .after()
            .continuity()
            .flatMap(text -> compiled.blueprint().context().get("continuity"))
            .flatMap(Node::mapping);
    Side after = new Side(Stream.concat(made.stream(), passed.stream()).toList(), continuity);
    return PartChange.of(
        change.part(),
        change.kind(),
        change.files(),
        change.before(),
        after,
        texts(compiled.blueprint()));
  }

  /** Encrypted Secrets, which no pass makes. */
  private Side passedThrough(PartChange change) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String file : change.files()) {
      String name = file.substring(file.lastIndexOf('/') + 1);
      String text = compilation.output().files().get(file);
      if (name.startsWith("secret-") && text != null) {
        texts.put(file, text);
      }
    }
    return Side.of("generated", texts);
  }

  private static Texts texts(Blueprint blueprint) {
    Map<String, Node> known = new TreeMap<>();
    blueprint
        .context()
        .get("traits")
        .ifPresent(traits -> known.put(JsonWriter.write(traits), traits));
    return text -> Optional.ofNullable(known.get(text));
  }
}
