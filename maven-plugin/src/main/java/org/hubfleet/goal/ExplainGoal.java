package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hubfleet.author.Explained;
import org.hubfleet.author.Explanation;
import org.hubfleet.author.ExplanationJson;
import org.hubfleet.author.ExplanationText;
import org.hubfleet.author.ReachText;
import org.hubfleet.author.RulesPage;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.model.Hub;
import org.hubfleet.schema.Nearest;
import org.hubfleet.shelf.RuleCatalogue;
import org.hubfleet.shelf.RuleEntry;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;
import org.hubfleet.verify.reach.Reach;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Explains a rule, the values of a hub, or the fields of one of its objects. What is wrong with the
 * fleet is reported by other goals: an explanation is most wanted when something is.
 */
final class ExplainGoal implements Goal {
  private static final List<String> FORMATS = List.of("text", "json");

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "say where values and fields of a hub come from, or what a rule means";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.PATH, Parameter.OBJECT, Parameter.RULE);
  }

  @Override
  public Ending run(Session session) {
    Settings settings = session.settings();
    if (!FORMATS.contains(settings.format())) {
      return Ending.wrongUse(
          "explain answers in text or json: " + settings.format() + " is a format of problems");
    }
    Optional<String> rule = settings.get(Parameter.RULE);
    if (rule.isPresent()) {
      return rule(rule.get(), session);
    }
    if (settings.get(Parameter.HUB).isEmpty()) {
      return Ending.wrongUse("say what to explain: a hub or a rule");
    }
    Optional<ValuePath> path = settings.get(Parameter.PATH).flatMap(ValuePath::parse);
    if (path.isEmpty() && settings.get(Parameter.PATH).isPresent()) {
      return Ending.wrongUse("path is no path: \"" + settings.get(Parameter.PATH).get() + "\"");
    }
    Outcome<Compilation> outcome = session.compile();
    Optional<Hub> hub = outcome.value().flatMap(c -> c.hubs().stream().findFirst());
    Optional<CompiledHub> compiled =
        hub.flatMap(
            h -> session.compiler().compile(h, outcome.value().orElseThrow().secrets()).value());
    if (compiled.isEmpty()) {
      return session.end(outcome, List.of(), List.of(), " in config, there is nothing to explain");
    }
    Explanation explanation =
        new Explanation(
            compiled.get().blueprint(),
            compiled.get().manifests(),
            outcome.value().get().fleet().sources(),
            secretLines(outcome.diagnostics()),
            ShownPaths.of(settings)::shown);
    if (settings.get(Parameter.OBJECT).isPresent()) {
      return object(explanation, settings.get(Parameter.OBJECT).get(), path, session);
    }
    return path.isEmpty()
        ? whole(explanation, reach(compiled.get(), settings), session)
        : values(explanation, path.get(), session);
  }

  private static Set<Place> secretLines(List<Diagnostic> problems) {
    return problems.stream()
        .filter(Diagnostic::masked)
        .map(problem -> new Place(problem.place().file(), problem.place().line(), 0))
        .collect(Collectors.toSet());
  }

  private static ReachText reach(CompiledHub hub, Settings settings) {
    return new ReachText(
        Reach.of(hub.blueprint(), hub.manifests()),
        hub.blueprint().context().at("policies.engine").flatMap(Node::string),
        ShownPaths.of(settings)::shown);
  }

  /** What servers reach, then all there is to know of the hub. */
  private static Ending whole(Explanation explanation, ReachText reach, Session session) {
    List<Explained> all = explanation.ofAllValues();
    List<String> lines = new ArrayList<>(reach.lines());
    lines.addAll(ExplanationText.inShort(all));
    return session.answer(
        lines,
        () -> {
          ObjectNode document = document(session, ExplanationJson.of(all));
          document.set("reach", reach.json());
          return document;
        });
  }

  private static Ending values(Explanation explanation, ValuePath path, Session session) {
    Optional<List<Explained>> values = explanation.ofValues(path);
    if (values.isEmpty()) {
      return Ending.problems(
          "the hub has no value at " + path + near(last(path), explanation.keysBeside(path)));
    }
    List<String> lines =
        values.get().isEmpty() ? List.of(path + ": empty") : ExplanationText.inFull(values.get());
    return session.answer(lines, () -> document(session, ExplanationJson.of(values.get())));
  }

  private static Ending object(
      Explanation explanation, String id, Optional<ValuePath> path, Session session) {
    if (!explanation.objects().contains(id)) {
      return Ending.problems("the hub has no object " + id + near(id, explanation.objects()));
    }
    Optional<List<Explained>> fields = explanation.ofObject(id, path.orElse(ValuePath.ROOT));
    if (fields.isEmpty()) {
      return Ending.problems(id + " has no field " + path.orElse(ValuePath.ROOT));
    }
    return session.answer(
        ExplanationText.inFull(fields.get()),
        () -> document(session, ExplanationJson.of(fields.get())));
  }

  /** What was asked, and the values or fields that answer it. */
  private static ObjectNode document(Session session, ArrayNode values) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("goal", "explain");
    for (Parameter asked : List.of(Parameter.HUB, Parameter.OBJECT, Parameter.PATH)) {
      session.settings().get(asked).ifPresent(word -> document.put(asked.word(), word));
    }
    document.set("values", values);
    return document;
  }

  private static Ending rule(String name, Session session) {
    List<RuleEntry> entries = new RuleCatalogue(Shelf.open()).entries();
    Optional<RuleEntry> entry =
        entries.stream().filter(e -> e.rule().text().equals(name)).findFirst();
    if (entry.isEmpty()) {
      List<String> names = entries.stream().map(e -> e.rule().text()).toList();
      return Ending.problems("there is no rule \"" + name + "\"" + near(name, names));
    }
    List<String> lines = new ArrayList<>(List.of(name));
    RulesPage.text(entry.get()).lines().forEach(lines::add);
    return session.answer(lines, () -> ExplanationJson.of(entry.get()));
  }

  private static String near(String word, List<String> known) {
    return Nearest.to(word, known).map(w -> ", did you mean " + w + "?").orElse("");
  }

  /** The last key of a path, which is the one that is mostly misspelt. */
  private static String last(ValuePath path) {
    int size = path.segments().size();
    return size > 0 && path.segments().get(size - 1) instanceof ValuePath.Key key ? key.name() : "";
  }
}
