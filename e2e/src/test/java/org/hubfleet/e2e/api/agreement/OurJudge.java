package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.Violation;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.source.Mapping;
import org.hubfleet.verify.check.HubObjects;
import org.hubfleet.verify.check.ManifestCheck;
import org.hubfleet.verify.object.Home;
import org.hubfleet.verify.object.ObjectCheck;
import tools.jackson.databind.JsonNode;

/** Our verifier: an object alone, then among the objects of its hub. Safe for threads. */
final class OurJudge {
  private final CompiledHub hub;
  private final KubernetesBundle bundle;
  private final ObjectCheck objects;
  private final List<ManifestCheck> checks = ManifestCheck.all();
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

  OurJudge(CompiledHub hub, KubernetesBundle bundle) {
    this.hub = hub;
    this.bundle = bundle;
    this.objects = new ObjectCheck(bundle);
  }

  /** What is said of the object alone. */
  Verdict alone(JsonNode object) {
    if (!(Trees.of(object) instanceof Mapping tree)) {
      return Verdict.refused("no object");
    }
    List<Diagnostic> errors =
        errors(objects.inspect(Home.of(hub.blueprint().hub()), manifest(tree)));
    return errors.isEmpty()
        ? Verdict.FINE
        : new Verdict(false, rules(errors), keywords(object), messages(errors));
  }

  /** What is said of the object in the place of one of the hub's; of a new one beside them. */
  Verdict amongOthers(JsonNode object, Optional<String> replaced, Set<String> before) {
    List<Diagnostic> errors = among(object, replaced);
    errors.removeIf(error -> before.contains(error.message()));
    return errors.isEmpty()
        ? Verdict.FINE
        : new Verdict(false, rules(errors), Set.of(), messages(errors));
  }

  /** The messages of problems that an object brings with it. */
  Set<String> problems(JsonNode object, Optional<String> replaced) {
    return among(object, replaced).stream().map(Diagnostic::message).collect(Collectors.toSet());
  }

  private List<Diagnostic> among(JsonNode object, Optional<String> replaced) {
    List<Manifest> all = new ArrayList<>();
    Manifest mutant = manifest((Mapping) Trees.of(object));
    boolean stands = false;
    for (Manifest manifest : hub.manifests()) {
      boolean here = replaced.isPresent() && manifest.id().equals(replaced.get());
      all.add(here ? mutant : manifest);
      stands |= here;
    }
    if (!stands) {
      all.add(mutant);
    }
    HubObjects together = new HubObjects(hub.blueprint(), all);
    List<Diagnostic> found = new ArrayList<>();
    for (ManifestCheck check : checks) {
      found.addAll(errors(check.inspect(together)));
    }
    return found;
  }

  private static Manifest manifest(Mapping tree) {
    return new Manifest("mutant", tree);
  }

  private static List<Diagnostic> errors(List<Diagnostic> all) {
    return all.stream()
        .filter(Diagnostic::isError)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String messages(List<Diagnostic> errors) {
    return errors.stream().map(Diagnostic::message).collect(Collectors.joining("; "));
  }

  private static Set<String> rules(List<Diagnostic> errors) {
    return errors.stream().map(error -> error.rule().text()).collect(Collectors.toSet());
  }

  private Set<String> keywords(JsonNode object) {
    Set<String> found = new TreeSet<>();
    Optional<String> definition =
        bundle.definitionOf(
            object.path("apiVersion").stringValue(""), object.path("kind").stringValue(""));
    if (definition.isPresent()) {
      Shape shape = shapes.computeIfAbsent(definition.get(), bundle::shape);
      for (Violation violation : shape.violations(object)) {
        found.add(violation.keyword());
        found.addAll(new HashSet<>(violation.evaluation()));
      }
    }
    return found;
  }
}
