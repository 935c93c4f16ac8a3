package org.hubfleet.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.author.link.NewLink;
import org.hubfleet.author.link.ReadLink;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.schema.Nearest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints links into a hub, with badges; or says where links lead. A link that leads elsewhere than
 * to the hub that was named fails the run.
 */
final class LinksGoal implements Goal {
  @Override
  public String name() {
    return "links";
  }

  @Override
  public String summary() {
    return "print links and badges that open a repository in a hub, or say where links lead";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.CONTENT, Parameter.BRANCH, Parameter.PATH, Parameter.UI, Parameter.LINK);
  }

  @Override
  public List<String> formats() {
    return List.of("text", "markdown", "json");
  }

  @Override
  public Ending run(Session session) {
    Settings settings = session.settings();
    Optional<String> name = settings.get(Parameter.HUB);
    if (name.isEmpty() && settings.get(Parameter.LINK).isEmpty()) {
      return Ending.wrongUse("say to which hub, or give a link to be read");
    }
    Outcome<Fleet> bound = session.compiler().bind(settings.request());
    if (bound.value().isEmpty()) {
      return session.end(
          Outcome.none(bound.diagnostics()),
          List.of(),
          List.of(),
          " in config, there are no links");
    }
    Fleet fleet = bound.value().get();
    Optional<Hub> hub = name.flatMap(fleet::hub);
    if (name.isPresent() && hub.isEmpty()) {
      List<String> ids = fleet.hubs().stream().map(Hub::id).toList();
      String near = Nearest.to(name.get(), ids).map(id -> ", did you mean " + id + "?").orElse("");
      return Ending.problems("there is no hub \"" + name.get() + "\"" + near);
    }
    return settings.get(Parameter.LINK).isPresent()
        ? read(settings.get(Parameter.LINK).get(), hub, fleet, session)
        : write(hub.orElseThrow(), session);
  }

  private static Ending write(Hub hub, Session session) {
    AskedLinks asked = AskedLinks.of(hub, session.settings());
    if (asked.mistake().isPresent()) {
      return Ending.problems(asked.mistake().get());
    }
    asked.note().ifPresent(session.console()::note);
    List<NewLink> links = asked.links();
    boolean markdown = session.settings().format().equals("markdown");
    List<String> lines =
        links.stream()
            .flatMap(one -> markdown ? Stream.of(one.markdown()) : one.text().stream())
            .toList();
    return session.answer(lines, () -> document(links.stream().map(NewLink::document).toList()));
  }

  private static Ending read(String text, Optional<Hub> hub, Fleet fleet, Session session) {
    boolean isFile = !text.matches("(?i)https?://.*");
    Optional<String> page = isFile ? page(text, session.settings()) : Optional.empty();
    if (isFile && page.isEmpty()) {
      return Ending.problems("link is neither a link nor a text file: \"" + text + "\"");
    }
    List<ReadLink> links =
        page.map(all -> ReadLink.in(all, fleet))
            .orElseGet(() -> ReadLink.of(text, fleet).stream().toList());
    if (links.isEmpty()) {
      return Ending.problems(
          isFile ? "no link in " + text + " leads into a hub" : "this link leads into no hub");
    }
    boolean markdown = session.settings().format().equals("markdown");
    Ending shown =
        session.answer(
            links.stream().flatMap(one -> lines(one, markdown)).toList(),
            () -> document(links.stream().map(ReadLink::document).toList()));
    long elsewhere =
        links.stream()
            .filter(
                one ->
                    hub.isPresent()
                        && one.hub().map(Hub::id).filter(hub.get().id()::equals).isEmpty())
            .count();
    return elsewhere == 0
        ? shown
        : Ending.problems(
            elsewhere + (elsewhere == 1 ? " link leads" : " links lead") + " to another hub");
  }

  private static Stream<String> lines(ReadLink link, boolean markdown) {
    List<String> lines = link.lines();
    return markdown
        ? Stream.concat(
            Stream.of("- <" + lines.get(0) + ">"),
            lines.stream().skip(1).map(line -> "  - " + line.strip()))
        : lines.stream();
  }

  private static Optional<String> page(String name, Settings settings) {
    try {
      Path file = settings.calledFrom().resolve(name);
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  private static ObjectNode document(List<ObjectNode> links) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("goal", "links");
    links.forEach(document.putArray("links")::add);
    return document;
  }
}
