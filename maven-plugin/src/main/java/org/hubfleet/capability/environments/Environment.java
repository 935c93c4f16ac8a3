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

  /** The image without tag and digest. */
  Scalar repository() {
    return Scalar.string(image().text().substring(0, tagAt()), image().origin());
  }

  /** The tag, with a digest where the image has one. */
  Scalar tag() {
    return Scalar.string(image().text().substring(tagAt() + 1), image().origin());
  }

  /** Where the colon before the tag is: the first behind the last slash. */
  private int tagAt() {
    String text = image().text();
    return text.indexOf(':', text.lastIndexOf('/') + 1);
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

  /** As a choice of a profile. */
  Mapping choice(boolean chosen) {
    Mapping override =
        Mapping.builder(why)
            .put("image", image())
            .put("default_url", page())
            .put("working_dir", wish.get("workingDir"))
            .put("cmd", command().filter(node -> !node.isNull()))
            .build();
    return Mapping.builder(why)
        .put("display_name", wish.get("title").orElse(Scalar.string(name, why)))
        .put("default", Scalar.bool(chosen, wish.get("default").map(Node::origin).orElse(why)))
        .put("allowed_groups", groups())
        .put("kubespawner_override", override)
        .build();
  }
}
