package org.hubfleet.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.KeyPlaces;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.KubernetesBundle;

/**
 * Holds every object against the strict schema of its kind in the cluster's minor. Safe for
 * threads.
 */
final class ObjectCheck {
  private static final RuleName UNKNOWN_KIND = RuleName.of("object/unknown-kind");

  private final KubernetesBundle bundle;
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
  private final ShapeReport report = new ShapeReport("object", KeyPlaces.NONE);

  ObjectCheck(KubernetesBundle bundle) {
    this.bundle = bundle;
  }

  List<Diagnostic> inspect(Manifest manifest) {
    Optional<String> definition = bundle.definitionOf(manifest.apiVersion(), manifest.kind());
    if (definition.isEmpty()) {
      return List.of(
          Diagnostic.error(
              manifest.object().origin().place(),
              UNKNOWN_KIND,
              "Kubernetes "
                  + bundle.minor()
                  + " has no kind "
                  + manifest.apiVersion()
                  + " "
                  + manifest.kind()));
    }
    Shape shape = shapes.computeIfAbsent(definition.get(), bundle::shape);
    List<Diagnostic> found = new ArrayList<>();
    for (Diagnostic problem : report.inspect(shape, manifest.object())) {
      found.add(
          new Diagnostic(
              problem.severity(),
              problem.rule(),
              problem.place(),
              manifest.id() + ": " + problem.message(),
              problem.hint(),
              problem.related()));
    }
    return found;
  }
}
