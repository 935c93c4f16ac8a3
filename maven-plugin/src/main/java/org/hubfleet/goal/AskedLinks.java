package org.hubfleet.goal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hubfleet.author.link.NewLink;
import org.hubfleet.model.Hub;
import org.hubfleet.model.link.Content;
import org.hubfleet.model.link.Link;
import org.hubfleet.model.link.Repository;
import org.hubfleet.model.link.RepositoryPage;
import org.hubfleet.model.link.Ui;

/**
 * The links into a hub that a run was asked for.
 *
 * @param links empty when there is a mistake
 * @param mistake why there are none, in a sentence
 * @param note what people should know of them
 */
record AskedLinks(List<NewLink> links, Optional<String> mistake, Optional<String> note) {
  static AskedLinks of(Hub hub, Settings settings) {
    Optional<String> address = Content.addressOf(hub);
    Optional<String> asked = settings.get(Parameter.CONTENT);
    Optional<String> word = settings.get(Parameter.UI);
    Optional<Ui> ui = word.flatMap(Ui::named);
    List<Content> contents = Content.of(hub);
    if (address.isEmpty()) {
      return mistake("the hub " + hub.id() + " has no domain, so no link leads there");
    }
    if (word.isPresent() && ui.isEmpty()) {
      String known = Arrays.stream(Ui.values()).map(Ui::word).collect(Collectors.joining(", "));
      return mistake("ui is one of " + known + ", found \"" + word.get() + "\"");
    }
    if (asked.isEmpty() && contents.isEmpty()) {
      return mistake(
          hub.has("content")
              ? "the content of " + hub.id() + " is broken, see hubs:validate"
              : "the hub "
                  + hub.id()
                  + " has no content: name a repository with -Dhubs.content=https://...");
    }
    Ui seen = ui.orElseGet(() -> Content.uiOf(hub));
    List<NewLink> links =
        asked
            .map(name -> one(name, hub, address.get(), contents, seen))
            .orElseGet(() -> contents.stream().map(c -> link(c, hub, address.get(), seen)).toList())
            .stream()
            .map(link -> changed(link, settings))
            .toList();
    return links.isEmpty()
        ? mistake("content is no name in the hub file and no address: \"" + asked.get() + "\"")
        : new AskedLinks(links, Optional.empty(), note(links, seen));
  }

  private static List<NewLink> one(
      String asked, Hub hub, String address, List<Content> contents, Ui ui) {
    Optional<RepositoryPage> page = RepositoryPage.parse(asked);
    Optional<Repository> repository =
        page.map(RepositoryPage::repository).or(() -> Repository.parse(asked));
    Optional<Content> content =
        contents.stream()
            .filter(
                known ->
                    known.name().equals(asked)
                        || repository.filter(known.repository()::isSameAs).isPresent())
            .findFirst();
    Optional<NewLink> found =
        content
            .map(known -> link(known, hub, address, ui))
            .or(
                () ->
                    repository.map(
                        other ->
                            new NewLink(
                                hub, other.name(), Link.to(address, other).with(ui), false)));
    return found.map(link -> page.map(place -> at(place, link)).orElse(link)).stream().toList();
  }

  private static NewLink link(Content content, Hub hub, String address, Ui ui) {
    return new NewLink(hub, content.name(), content.link(address, ui), true);
  }

  /** The same at the place that a page of a forge shows. */
  private static NewLink at(RepositoryPage page, NewLink link) {
    Link there = link.link().onBranch(Optional.of(page.branch())).opening(page.path());
    return new NewLink(link.hub(), link.name(), there, isStillInHomes(link, there));
  }

  private static NewLink changed(NewLink link, Settings settings) {
    Link other = link.link();
    Optional<String> branch = settings.get(Parameter.BRANCH);
    Optional<String> path = settings.get(Parameter.PATH).map(p -> p.replaceAll("^/+|/+$", ""));
    other = branch.isPresent() ? other.onBranch(branch) : other;
    other = path.isPresent() ? other.opening(path.get()) : other;
    return new NewLink(link.hub(), link.name(), other, isStillInHomes(link, other));
  }

  /** Homes hold the branch that the hub file names, and no other. */
  private static boolean isStillInHomes(NewLink link, Link other) {
    return link.isInHomes() && other.branch().equals(link.link().branch());
  }

  private static Optional<String> note(List<NewLink> links, Ui ui) {
    boolean unseen = links.stream().anyMatch(link -> !link.link().path().isEmpty());
    return unseen && !ui.opensFiles()
        ? Optional.of(ui.word() + " opens no file from a link: the path is left out")
        : Optional.empty();
  }

  private static AskedLinks mistake(String sentence) {
    return new AskedLinks(List.of(), Optional.of(sentence), Optional.empty());
  }
}
