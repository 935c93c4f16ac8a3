package org.hubfleet.verify.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.KeyPlaces;
import org.hubfleet.schema.Shape;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.KubernetesBundle;

/**
 * Holds every object against what the API server of the cluster's minor accepts of it alone: the
 * strict schema of its kind, no null, different items in keyed lists, sizes and namespace.
 *
 * <p>Reports rules of the topic {@code object}, at places in {@code config/}, sorted. Safe for
 * threads.
 */
public final class ObjectCheck {
  private static final RuleName UNKNOWN_KIND = RuleName.of("object/unknown-kind");

  private final KubernetesBundle bundle;
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
  private final ShapeReport report = new ShapeReport("object", KeyPlaces.NONE);

  public ObjectCheck(KubernetesBundle bundle) {
    this.bundle = bundle;
  }

  /** The problems of one object; empty when the server would accept it. */
  public List<Diagnostic> inspect(Home home, Manifest manifest) {
    Optional<String> definition = bundle.definitionOf(manifest.apiVersion(), manifest.kind());
    if (definition.isEmpty()) {
      return List.of(unknownKind(home, manifest));
    }
    Shape shape = shapes.computeIfAbsent(definition.get(), bundle::shape);
    List<Diagnostic> found = new ArrayList<>(NullValues.inspect(home, manifest));
    if (!shape.isCertain(manifest.object())) {
      found.addAll(shapeProblems(shape, home, manifest));
      found.addAll(RepeatedItems.inspect(shape, home, manifest));
      found.addAll(NumbersOutOfOrder.inspect(shape, home, manifest));
      found.addAll(BrokenBase64.inspect(shape, home, manifest));
    }
    found.addAll(Oversize.inspect(home, manifest));
    boolean clusterScoped = bundle.isClusterScoped(manifest.apiVersion(), manifest.kind());
    found.addAll(StrayNamespace.inspect(clusterScoped, home, manifest));
    // Several schemas may hold at one place, and say the same with another hint.
    Set<List<Object>> told = new HashSet<>();
    return found.stream()
        .sorted()
        .filter(one -> told.add(List.of(one.place(), one.rule(), one.message())))
        .toList();
  }

  private Diagnostic unknownKind(Home home, Manifest manifest) {
    return Complaint.error(
        home,
        manifest.object().get("kind").orElse(manifest.object()).origin(),
        UNKNOWN_KIND,
        manifest.id()
            + ": Kubernetes "
            + bundle.minor()
            + " has no kind "
            + manifest.kind()
            + " of "
            + manifest.apiVersion());
  }

  private List<Diagnostic> shapeProblems(Shape shape, Home home, Manifest manifest) {
    if (report.inspect(shape, manifest.object()).isEmpty()) {
      return List.of();
    }
    PlaceBook book = PlaceBook.of(manifest.object());
    return report.inspect(shape, book.tree()).stream()
        .filter(problem -> !book.isNull(problem.place()))
        .map(problem -> named(problem, manifest))
        .map(problem -> Complaint.locate(problem, home, book.origin(problem.place())))
        .toList();
  }

  private static Diagnostic named(Diagnostic problem, Manifest manifest) {
    return problem.saying(manifest.id() + ": " + problem.message());
  }
}
