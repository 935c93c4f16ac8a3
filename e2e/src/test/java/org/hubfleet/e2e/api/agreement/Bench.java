package org.hubfleet.e2e.api.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Discovery;
import org.hubfleet.model.Fleet;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.JsonTrees;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A compiled hub and samples of all other kinds, between the two judges. */
final class Bench {
  private final CompiledHub hub;
  private final List<ObjectNode> samples;
  private final KubernetesBundle bundle;
  private final Examples examples;

  private Bench(
      CompiledHub hub, List<ObjectNode> samples, KubernetesBundle bundle, Examples examples) {
    this.hub = hub;
    this.samples = samples;
    this.bundle = bundle;
    this.examples = examples;
  }

  /** What lies in a folder: {@code config/}, {@code samples.yaml} and {@code examples.yaml}. */
  static Bench of(Path folder) throws IOException {
    Compiler compiler = new Compiler();
    Outcome<Fleet> fleet = compiler.bind(Request.of(folder.resolve("config")));
    Outcome<CompiledHub> compiled = compiler.compile(fleet.value().orElseThrow().hubs().get(0));
    if (compiled.hasErrors()) {
      throw new IllegalStateException(compiled.diagnostics().toString());
    }
    CompiledHub hub = compiled.value().orElseThrow();
    List<ObjectNode> samples = new ArrayList<>();
    for (String document : Files.readString(folder.resolve("samples.yaml")).split("(?m)^---$")) {
      samples.add((ObjectNode) json(document));
    }
    String minor = hub.blueprint().hub().cluster().minor();
    return new Bench(
        hub,
        samples,
        KubernetesBundle.of(Shelf.open(), minor),
        new Examples(json(Files.readString(folder.resolve("examples.yaml")))));
  }

  /** YAML as JSON. */
  static JsonNode json(String text) {
    return JsonTrees.of(
        YamlReader.ofOurs().read("sample", text, Layer.COMPILER).value().orElseThrow());
  }

  /** The schemas both are about. */
  KubernetesBundle bundle() {
    return bundle;
  }

  /** The emitted objects. */
  List<Base> emitted() {
    return hub.manifests().stream()
        .map(
            manifest ->
                new Base((ObjectNode) JsonTrees.of(manifest.object()), Optional.of(manifest.id())))
        .toList();
  }

  /** The largest emitted object of each kind, then the samples. */
  List<Base> bases() {
    Map<String, Base> largest = new LinkedHashMap<>();
    for (Base base : emitted()) {
      largest.merge(base.kind(), base, (one, other) -> other.size() > one.size() ? other : one);
    }
    List<Base> bases = new ArrayList<>(largest.values());
    samples.forEach(sample -> bases.add(new Base(sample, Optional.empty())));
    return bases;
  }

  /** Makes what a real cluster would already have: the namespace. */
  void prepare(Api api) {
    for (Manifest manifest : hub.manifests()) {
      if (manifest.kind().equals("Namespace")) {
        Api.Answer answer = api.apply(manifest.object(), false);
        if (!answer.isFine()) {
          throw new IllegalStateException(answer.message());
        }
      }
    }
  }

  Agreement agreement(Api api, Effort effort) {
    return new Agreement(
        bundle,
        examples,
        new OurJudge(hub, bundle),
        new ServerJudge(api, Discovery.of(api), hub.blueprint().hub().namespace()),
        effort);
  }
}
