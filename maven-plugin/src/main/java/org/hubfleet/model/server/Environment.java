package org.hubfleet.model.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.form.Wording;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * One image and how it is used.
 *
 * @param why where its name stands
 */
public record Environment(String name, Node wish, Origin why) {
  private static final Map<String, String> PAGES =
      Map.of(
          "lab", "/lab",
          "classic", "/tree",
          "rstudio", "/rstudio",
          "code", "/vscode",
          "desktop", "/desktop");

  /** Those below a key of a hub, in their order; none where it has no such key. */
  public static List<Environment> all(Optional<Node> map) {
    List<Environment> all = new ArrayList<>();
    map.flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .forEach((name, e) -> all.add(new Environment(name, e.value(), e.key())));
    return all;
  }

  /** Its image, which it has for certain. */
  public Scalar image() {
    return wish.get("image").flatMap(Node::scalar).orElseThrow();
  }

  /** The page that a server opens. */
  public Scalar page() {
    return saidPage().orElse(usualPage(why));
  }

  /** The page of a server for which nothing is said. */
  public static Scalar usualPage(Origin why) {
    return Scalar.string(PAGES.get("lab"), why);
  }

  private Optional<Scalar> saidPage() {
    return wish.get("ui")
        .flatMap(Node::scalar)
        .map(ui -> Scalar.string(PAGES.getOrDefault(ui.text(), ui.text()), ui.origin()));
  }

  /** The command; null where the image's own is wanted, absent where nothing is said. */
  public Optional<Node> command() {
    return wish.get("command")
        .map(node -> node.string().filter("image"::equals).isPresent() ? own(node) : node);
  }

  private static Node own(Node said) {
    return Scalar.nothing(said.origin());
  }

  /** Whether its line says that people get it unless they choose otherwise. */
  public boolean isDefault() {
    return wish.get("default").filter(Node::isTrue).isPresent();
  }

  /** The groups that it is for; absent where it is for everyone. */
  public Optional<Node> groups() {
    return wish.get("for");
  }

  /** The policy by which a node asks for a newer image at each start; absent where it does not. */
  public Optional<Scalar> refresh() {
    return wish.get("refresh")
        .filter(Node::isTrue)
        .map(said -> Scalar.string("Always", said.origin()));
  }

  /**
   * As a choice beside the one whose page, policy and image all servers have.
   *
   * @param first what people get unless they choose otherwise
   */
  public Mapping choice(Environment first, Wording wording) {
    Optional<Scalar> usual = first.refresh().map(p -> Scalar.string("IfNotPresent", why));
    Mapping override = override(Optional.of(page()), refresh().or(() -> usual));
    Scalar chosen = Scalar.bool(first == this, wish.get("default").map(Node::origin).orElse(why));
    return choice(wording, Optional.of(chosen), override);
  }

  /**
   * As a choice that says no more than its lines do.
   *
   * @param chosen whether it is what people get unless they choose otherwise
   */
  public Mapping choice(Wording wording, boolean chosen) {
    return choice(wording, wish.get("default").filter(yes -> chosen), override());
  }

  /** What changes in a server, no more than its lines say. */
  public Mapping override() {
    return override(saidPage(), refresh());
  }

  private Mapping override(Optional<Scalar> page, Optional<Scalar> policy) {
    return Mapping.builder(why)
        .put("image", image())
        .put("default_url", page)
        .put("working_dir", wish.get("workingDir"))
        .put("cmd", command().filter(node -> !node.isNull()))
        .put("image_pull_policy", policy)
        .build();
  }

  private Mapping choice(Wording wording, Optional<? extends Node> chosen, Mapping override) {
    Mapping.Builder choice = Mapping.builder(why);
    Node title = wish.get("title").orElse(Scalar.string(name, why));
    wording.put(choice, "display_name", title, "description", wish.get("description"));
    return choice
        .put("slug", wish.get("slug"))
        .put("default", chosen)
        .put("allowed_groups", groups())
        .put("kubespawner_override", override)
        .build();
  }
}
