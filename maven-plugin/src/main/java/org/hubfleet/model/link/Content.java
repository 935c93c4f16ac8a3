package org.hubfleet.model.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * A repository that a hub file names under {@code content}.
 *
 * @param address where its address stands
 * @param branch absent where it is the repository's own choice
 * @param folder in the home that holds it
 * @param open path of a file or folder in it that links lead to; empty for itself
 * @param why where its name stands
 */
public record Content(
    String name,
    Scalar address,
    Repository repository,
    Optional<Scalar> branch,
    Scalar folder,
    String open,
    Origin why) {
  /** Those of a hub, in the order of the file; without those whose address is none. */
  public static List<Content> of(Hub hub) {
    List<Content> found = new ArrayList<>();
    hub.tree().get("content").flatMap(Node::mapping).stream()
        .flatMap(map -> map.entries().entrySet().stream())
        .forEach(entry -> of(entry.getKey(), entry.getValue()).ifPresent(found::add));
    return found;
  }

  private static Optional<Content> of(String name, Mapping.Entry entry) {
    Node wish = entry.value();
    Optional<Scalar> address = wish.scalar().or(() -> wish.get("repo").flatMap(Node::scalar));
    return address
        .flatMap(text -> Repository.parse(text.text()))
        .map(
            repository ->
                new Content(
                    name,
                    address.get(),
                    repository,
                    wish.get("branch").flatMap(Node::scalar),
                    wish.get("folder")
                        .flatMap(Node::scalar)
                        .orElse(Scalar.string(repository.name(), address.get().origin())),
                    wish.get("open").flatMap(Node::string).orElse(""),
                    entry.key()));
  }

  /** The link that opens it in a hub of that address. */
  public Link link(String hub, Ui ui) {
    return Link.to(hub, repository)
        .onBranch(branch.map(Scalar::text))
        .in(folder.text())
        .opening(open)
        .with(ui);
  }

  /** The address of a hub, with a slash at its end; absent of one without a domain. */
  public static Optional<String> addressOf(Hub hub) {
    String base = hub.overridden("hub.baseUrl").flatMap(Node::string).orElse("/");
    String inner = base.replaceAll("^/+|/+$", "");
    return hub.domain().map(name -> "https://" + name + "/" + (inner.isEmpty() ? "" : inner + "/"));
  }

  /** What people of a hub see first; JupyterLab where that is something of the hub's own. */
  public static Ui uiOf(Hub hub) {
    Map<String, Mapping.Entry> environments =
        hub.tree()
            .get("environments")
            .flatMap(Node::mapping)
            .map(Mapping::entries)
            .orElse(Map.of());
    boolean alone = environments.size() == 1;
    return environments.values().stream()
        .map(Mapping.Entry::value)
        .filter(one -> alone || one.get("default").filter(Node::isTrue).isPresent())
        .findFirst()
        .flatMap(one -> one.get("ui").flatMap(Node::string))
        .flatMap(Ui::named)
        .orElse(Ui.LAB);
  }
}
