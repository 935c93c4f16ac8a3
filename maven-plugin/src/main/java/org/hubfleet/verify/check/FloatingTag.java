package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.verify.object.Complaint;

/**
 * An image without a digest whose tag moves, or without a tag: what runs changes without a commit,
 * and differs from node to node. Told once a tag, at the tag; an image that is none at all is an
 * error.
 */
final class FloatingTag implements ManifestCheck {
  private static final RuleName FLOATING = RuleName.of("values/floating-tag");
  private static final RuleName MALFORMED = RuleName.of("values/bad-image");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Use> uses = new ArrayList<>();
    for (Pod pod : objects.pods()) {
      for (Pod.Container container : pod.containers()) {
        container.tree().get("image").ifPresent(image -> uses.add(use(image)));
      }
    }
    uses.addAll(chosen(Pod.map(objects.blueprint().jupyterhub(), "singleuser")));
    return uses.stream()
        .flatMap(use -> problem(use, objects.blueprint()).stream())
        .distinct()
        .toList();
  }

  /** An image and where its tag stands. */
  private record Use(String text, Origin tag) {}

  private static Use use(Node image) {
    return new Use(image.scalar().map(Scalar::text).orElse(""), image.origin());
  }

  /** The images that people's servers run. */
  private static List<Use> chosen(Mapping user) {
    List<Use> uses = new ArrayList<>();
    Optional<Node> tag = user.at("image.tag").filter(node -> !node.isNull());
    Optional<Node> name = user.at("image.name").filter(node -> !node.isNull());
    name.ifPresent(
        node ->
            uses.add(
                new Use(
                    Pod.text(user, "image.name")
                        + tag.flatMap(Node::scalar).map(t -> ":" + t.text()).orElse(""),
                    tag.orElse(node).origin())));
    for (Node profile : Pod.items(user, "profileList")) {
      profile.at("kubespawner_override.image").ifPresent(image -> uses.add(use(image)));
      for (Mapping.Entry option : Pod.map(profile, "profile_options").entries().values()) {
        for (Map.Entry<String, Mapping.Entry> choice :
            Pod.map(option.value(), "choices").entries().entrySet()) {
          choice
              .getValue()
              .value()
              .at("kubespawner_override.image")
              .ifPresent(image -> uses.add(use(image)));
        }
      }
    }
    return uses;
  }

  private static Optional<Diagnostic> problem(Use use, Blueprint blueprint) {
    // Braces stand for what somebody writes in, checked when they do.
    if (use.text().isEmpty() || use.text().contains("{")) {
      return Optional.empty();
    }
    Optional<ImageReference> image = ImageReference.parse(use.text());
    if (image.isEmpty()) {
      return Optional.of(
          Complaint.error(
                  blueprint.hub(),
                  use.tag(),
                  MALFORMED,
                  "expected an image such as quay.io/org/name:1.2, found \"" + use.text() + "\"")
              .hint("names are in lower case, without a scheme such as https://"));
    }
    return image
        .filter(ImageReference::isFloating)
        .map(floating -> floating(use, blueprint, floating));
  }

  private static Diagnostic floating(Use use, Blueprint blueprint, ImageReference image) {
    return Complaint.warning(
            blueprint.hub(),
            use.tag(),
            FLOATING,
            image
                .tag()
                .map(tag -> "the tag \"" + tag + "\" of the image " + image.name() + " moves")
                .orElse("the image " + image.name() + " has no tag"))
        .hint("name a tag that stays, or a digest: what runs should change with a commit only");
  }
}
