package org.hubfleet.capability.environments;

import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * One image and how it is used.
 *
 * @param why where its name stands
 */
record Environment(String name, Node wish, Origin why) {
  private static final Map<String, String> PAGES =
      Map.of(
          "lab", "/lab",
          "classic", "/tree",
          "rstudio", "/rstudio",
          "code", "/vscode",
          "desktop", "/desktop");

  Scalar image() {
    return wish.get("image").flatMap(Node::scalar).orElseThrow();
  }

  /** The page that a server opens. */
  Scalar page() {
    Optional<Scalar> ui = wish.get("ui").flatMap(Node::scalar);
    return Scalar.string(
        PAGES.getOrDefault(ui.map(Scalar::text).orElse("lab"), ui.map(Scalar::text).orElse("")),
        ui.map(Scalar::origin).orElse(why));
  }

  /** The command; null where the image's own is wanted, absent where nothing is said. */
  Optional<Node> command() {
    return wish.get("command")
        .map(node -> node.string().filter("image"::equals).isPresent() ? own(node) : node);
  }

  private static Node own(Node said) {
    return Scalar.nothing(said.origin());
  }

  boolean isDefault() {
    return wish.get("default").filter(Node::isTrue).isPresent();
  }

  Optional<Node> groups() {
    return wish.get("for");
  }

  /** The policy by which a node asks for a newer image at each start; absent where it does not. */
  Optional<Scalar> refresh() {
    return wish.get("refresh")
        .filter(Node::isTrue)
        .map(said -> Scalar.string("Always", said.origin()));
  }

  /**
   * As a choice of a profile.
   *
   * @param first what people get unless they choose otherwise
   */
  Mapping choice(Environment first, Told told) {
    Mapping override =
        Mapping.builder(why)
            .put("image", image())
            .put("default_url", page())
            .put("working_dir", wish.get("workingDir"))
            .put("cmd", command().filter(node -> !node.isNull()))
            .put("image_pull_policy", policy(first))
            .build();
    Mapping.Builder choice = Mapping.builder(why);
    Node title = wish.get("title").orElse(Scalar.string(name, why));
    told.put(choice, "display_name", title, "description", wish.get("description"));
    return choice
        .put(
            "default",
            Scalar.bool(first == this, wish.get("default").map(Node::origin).orElse(why)))
        .put("allowed_groups", groups())
        .put("kubespawner_override", override)
        .build();
  }

  /** What differs from the default environment, whose policy is that of every server. */
  private Optional<Scalar> policy(Environment first) {
    Optional<Scalar> usual = first.refresh().map(p -> Scalar.string("IfNotPresent", why));
    return refresh().or(() -> usual);
  }
}
