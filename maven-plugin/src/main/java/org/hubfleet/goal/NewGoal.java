package org.hubfleet.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.author.first.FirstHub;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the first file of a hub, compiled with the rest of the fleet before it is written. Never
 * overwrites anything.
 */
final class NewGoal implements Goal {
  @Override
  public String name() {
    return "new";
  }

  @Override
  public String summary() {
    return "write the first file of a hub, with comments that teach";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.TITLE,
        Parameter.DOMAIN,
        Parameter.DISTRIBUTION,
        Parameter.LOGIN,
        Parameter.ALLOWED,
        Parameter.ADMINS);
  }

  @Override
  public List<String> formats() {
    return List.of("text", "json");
  }

  @Override
  public Ending run(Session session) {
    Settings settings = session.settings();
    if (settings.get(Parameter.HUB).isEmpty()) {
      return Ending.wrongUse("say which hub: <community>, or <community>/<hub>");
    }
    Optional<String> cluster = cluster(settings);
    if (cluster.isEmpty()) {
      return Ending.wrongUse(whichCluster(settings));
    }
    FirstHub first = first(settings, cluster.get());
    if (first.mistake().isPresent()) {
      return Ending.wrongUse(first.mistake().get());
    }
    Path file = settings.config().resolve(first.file().substring("config/".length()));
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Ending.problems(shown(first, settings) + " is there already, nothing was written");
    }
    String text = first.text(Shelf.open());
    Outcome<Compilation> outcome = session.compiler().compile(request(settings, first, text));
    Optional<Hub> hub = outcome.value().flatMap(all -> all.hubs().stream().findFirst());
    if (hub.isEmpty() || session.fails(outcome.diagnostics())) {
      return session.end(outcome, List.of(), List.of(), ", nothing was written");
    }
    if (!hub.get().has("access")) {
      return Ending.wrongUse(
          "say how people log in: login is one of " + String.join(", ", FirstHub.waysToLogIn()));
    }
    return write(file, text)
        ? session.answer(
            lines(first, hub.get(), session), () -> document(first, hub.get(), session))
        : Ending.problems(shown(first, settings) + " is there already, nothing was written");
  }

  private static FirstHub first(Settings settings, String cluster) {
    String[] names = settings.get(Parameter.HUB).orElseThrow().split("/", 2);
    Path folder = settings.config().resolve("communities").resolve(names[0]);
    Optional<String> way = settings.get(Parameter.LOGIN);
    List<String> allowed = FirstHub.words(settings.get(Parameter.ALLOWED).orElse(""));
    return new FirstHub(
        names[0],
        names.length > 1 ? names[1] : "hub",
        cluster,
        settings.get(Parameter.TITLE),
        settings.get(Parameter.DOMAIN),
        settings.get(Parameter.DISTRIBUTION),
        way.map(word -> new FirstHub.Login(word, allowed)),
        FirstHub.words(settings.get(Parameter.ADMINS).orElse("")),
        folder.relativize(settings.schemas().resolve("hub.json")).toString().replace('\\', '/'));
  }

  /** The cluster that was named, else the only one. */
  private static Optional<String> cluster(Settings settings) {
    List<String> known = clusters(settings);
    return settings
        .get(Parameter.CLUSTER)
        .or(() -> known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty());
  }

  /** What there is to choose from, and the line to type. */
  private static String whichCluster(Settings settings) {
    List<String> known = clusters(settings);
    return known.isEmpty()
        ? "there is no cluster yet: write config/clusters/<name>.yaml first"
        : "say on which cluster, "
            + String.join(" or ", known)
            + ": mvn hubs:new -Dhubs.hub="
            + settings.get(Parameter.HUB).orElseThrow()
            + " -Dhubs.cluster="
            + known.get(0);
  }

  private static List<String> clusters(Settings settings) {
    return new ConfigReader()
            .read(settings.config())
            .value()
            .orElse(new Sources(List.of()))
            .of(SourceFile.Kind.CLUSTER)
            .stream()
            .map(SourceFile::name)
            .toList();
  }

  private static Request request(Settings settings, FirstHub first, String text) {
    return new Request(
        settings.config(),
        Optional.empty(),
        Optional.of(first.community() + "/" + first.hub()),
        settings.get(Parameter.DATE),
        Map.of(first.file(), text));
  }

  /** Whether it was written; false when somebody else was faster. */
  private static boolean write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException there) {
      return false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String shown(FirstHub first, Settings settings) {
    return ShownPaths.of(settings).shown(first.file());
  }

  private static List<String> lines(FirstHub first, Hub hub, Session session) {
    List<String> lines = new ArrayList<>();
    lines.add(shown(first, session.settings()) + ": written, the hub's id is " + first.id());
    notes(hub, session)
        .entries()
        .forEach(
            (words, note) -> lines.add("  " + words + ": " + note.value().string().orElse("")));
    lines.add(
        "mvn package compiles it; mvn hubs:explain -Dhubs.hub=" + first.id() + " explains it");
    return lines;
  }

  /** What the person has to know elsewhere, such as the callback URL. */
  private static Mapping notes(Hub hub, Session session) {
    return session
        .compiler()
        .compile(hub)
        .value()
        .map(CompiledHub::blueprint)
        .flatMap(made -> made.context().get("notes"))
        .flatMap(Node::mapping)
        .orElse(Mapping.empty(hub.clusterOrigin()));
  }

  private static ObjectNode document(FirstHub first, Hub hub, Session session) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("goal", "new");
    document.put("file", shown(first, session.settings())).put("hub", first.id());
    ObjectNode notes = document.putObject("notes");
    notes(hub, session)
        .entries()
        .forEach((words, note) -> note.value().string().ifPresent(text -> notes.put(words, text)));
    return document;
  }
}
