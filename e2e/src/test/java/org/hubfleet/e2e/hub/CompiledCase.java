package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/**
 * One hub of a config folder, compiled and written as {@code generated/} is.
 *
 * @param values effective, below {@code jupyterhub}
 * @param platform what is above its namespace, with the namespace itself
 * @param objects of the hub, in the order of its files
 */
record CompiledCase(Hub hub, Mapping values, List<Node> platform, List<Node> objects) {
  private static final Compiler COMPILER = new Compiler();

  /** Compiles one hub; an error in what it was compiled from fails the test. */
  static CompiledCase of(Path config, String id, Path generated) throws IOException {
    Request request = new Request(config, Optional.empty(), Optional.of(id), Optional.empty());
    Outcome<Compilation> outcome;
    synchronized (COMPILER) {
      outcome = COMPILER.compile(request);
    }
    assertThat(outcome.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    Compilation compilation = outcome.value().orElseThrow();
    for (Map.Entry<String, String> file : compilation.output().files().entrySet()) {
      Path target = generated.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
    Hub hub = compilation.hubs().get(0);
    GeneratedObjects written = new GeneratedObjects(generated);
    String cluster = hub.cluster().name();
    CompiledHub compiled = COMPILER.compile(hub).value().orElseThrow();
    return new CompiledCase(
        hub,
        compiled.blueprint().jupyterhub(),
        written.platform(cluster, id),
        written.hub(cluster, id));
  }

  /** The same with one object broken by hand. */
  CompiledCase broken(String kind, String name, Consumer<JsonObject> damage) {
    Node before = object(kind, name);
    JsonObject json = Json.of(before).getAsJsonObject();
    damage.accept(json);
    assertThat(json).isNotEqualTo(Json.of(before));
    Node after =
        YamlReader.ofOurs().read("by hand", json.toString(), Layer.COMPILER).value().orElseThrow();
    List<Node> changed = objects.stream().map(o -> o == before ? after : o).toList();
    return new CompiledCase(hub, values, platform, changed);
  }

  String namespace() {
    return hub.namespace();
  }

  /** An object by kind and name. */
  Node object(String kind, String name) {
    return objects.stream()
        .filter(o -> o.get("kind").flatMap(Node::string).filter(kind::equals).isPresent())
        .filter(o -> o.at("metadata.name").flatMap(Node::string).filter(name::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
