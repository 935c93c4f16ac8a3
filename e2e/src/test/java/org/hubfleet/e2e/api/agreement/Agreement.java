package org.hubfleet.e2e.api.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.shelf.KubernetesBundle;
import tools.jackson.databind.JsonNode;

/** Makes the mutants of all kinds, places by place, and shows each to both judges. */
final class Agreement {
  private final KubernetesBundle bundle;
  private final Examples examples;
  private final OurJudge ours;
  private final ServerJudge server;
  private final Effort effort;

  Agreement(
      KubernetesBundle bundle,
      Examples examples,
      OurJudge ours,
      ServerJudge server,
      Effort effort) {
    this.bundle = bundle;
    this.examples = examples;
    this.ours = ours;
    this.server = server;
    this.effort = effort;
  }

  /** A place of a base object. */
  private record Task(Base base, Site site, Facets root) {}

  /** All places of one field of a shared definition, the one to start with first. */
  private record Field(String scope, List<Task> tasks) {}

  /** The mutants of those objects, in a fixed order. */
  List<Mutant> judge(List<Base> bases) {
    List<List<Mutant>> found = effort.inParallel(fields(bases), this::judge);
    return found.stream().flatMap(List::stream).toList();
  }

  /** The same for emitted objects whose names, labels and references lead elsewhere. */
  List<Mutant> judgeReferences(List<Base> emitted) {
    List<List<Mutant>> found = effort.inParallel(emitted, this::judgeReferences);
    return found.stream().flatMap(List::stream).toList();
  }

  private List<Mutant> judgeReferences(Base base) {
    List<Mutant> found = new ArrayList<>();
    for (References.Variant variant : References.of(base.object())) {
      Verdict alone = ours.alone(variant.object());
      found.add(
          new Mutant(
              base.kind(),
              base.kind() + " as emitted",
              variant.operation(),
              variant.what(),
              alone.accepts()
                  ? ours.amongOthers(variant.object(), base.replaces(), Set.of())
                  : alone,
              server.judge(variant.object())));
    }
    return found;
  }

  private List<Field> fields(List<Base> bases) {
    Map<String, List<Task>> byScope = new TreeMap<>();
    for (Base base : bases) {
      String definition = bundle.definitionOf(base.apiVersion(), base.kind()).orElseThrow();
      JsonNode document = bundle.shape(definition).document();
      Facets root = Facets.of(document, document.path("$defs"));
      for (Site site : Sites.of(root)) {
        byScope
            .computeIfAbsent(site.scope(), scope -> new ArrayList<>())
            .add(new Task(base, site, root));
      }
    }
    List<Field> fields = new ArrayList<>();
    byScope.forEach(
        (scope, tasks) -> {
          Collections.shuffle(tasks, effort.random(scope));
          fields.add(new Field(scope, tasks));
        });
    return fields;
  }

  /** Much at one place, a little at some of the others. */
  private List<Mutant> judge(Field field) {
    List<Mutant> found = new ArrayList<>();
    boolean reached = false;
    for (Task task : field.tasks()) {
      int share =
          reached ? effort.elsewhere(task.base().kind() + task.site().text()) : effort.here();
      Optional<Planted> planted = share == 0 ? Optional.empty() : grown(task);
      reached |= planted.isPresent();
      planted.ifPresent(there -> found.addAll(judge(task, there, share)));
    }
    if (!reached) {
      Task task = field.tasks().get(0);
      Verdict refusal = ours.alone(plant(task, false).object());
      String where = task.site().text();
      found.add(
          new Mutant(
              task.base().kind(), field.scope(), Mutant.UNREACHED, where, refusal, Verdict.FINE));
    }
    return found;
  }

  private List<Mutant> judge(Task task, Planted planted, int share) {
    List<Mutant> found = new ArrayList<>();
    Set<String> before = ours.problems(planted.object(), task.base().replaces());
    Mutant base = mutant(task, "add", planted.value().toString(), planted.object(), Set.of());
    found.add(base);
    if (!base.server().accepts()) {
      return found;
    }
    if (base.ours().accepts()
        && planted.saysSomething()
        && !planted.isIn(server.kept(planted.object()))) {
      found.add(base.lost());
    }
    Random random = effort.random(task.base().kind() + task.site().text());
    List<Change> changes =
        Changes.of(task.site().facets(), planted.value(), examples, random).stream()
            .filter(change -> !planted.at().isEmpty() || change.leavesAnObject())
            .toList();
    for (Change change : effort.choose(changes, share, random)) {
      found.add(mutant(task, change.operation(), change.text(), planted.after(change), before));
    }
    return found;
  }

  private Mutant mutant(
      Task task, String operation, String what, JsonNode object, Set<String> before) {
    Verdict alone = ours.alone(object);
    Verdict verdict =
        alone.accepts() ? ours.amongOthers(object, task.base().replaces(), before) : alone;
    return new Mutant(
        task.base().kind(),
        task.site().scope(),
        operation,
        task.site().text() + " " + what,
        verdict,
        server.judge(object));
  }

  /** An object with the place in it that we accept; other fields make way if they have to. */
  private Optional<Planted> grown(Task task) {
    return Stream.of(plant(task, false), plant(task, true))
        .flatMap(planted -> Stream.concat(Stream.of(planted), cleared(task, planted)))
        .filter(planted -> ours.alone(planted.object()).accepts())
        .findFirst();
  }

  private Planted plant(Task task, boolean anew) {
    return Planted.grow(task.base().object(), task.site(), task.root(), examples, anew);
  }

  /** The same with less and less beside the way to the place. */
  private static Stream<Planted> cleared(Task task, Planted planted) {
    List<Planted> found = new ArrayList<>();
    Planted bare = planted;
    for (int depth = planted.at().size() - 1; depth >= 1; depth--) {
      Facets facets = facets(task, depth);
      found.add(planted.alone(depth, facets));
      bare = bare.alone(depth, facets);
      found.add(bare);
    }
    return found.stream();
  }

  private static Facets facets(Task task, int depth) {
    Facets facets = task.root();
    for (String step : task.site().path().subList(0, depth)) {
      facets =
          switch (step) {
            case Site.ITEM -> facets.items().orElseThrow();
            case Site.VALUE -> facets.values().orElseThrow();
            default -> facets.fields().get(step);
          };
    }
    return facets;
  }
}
