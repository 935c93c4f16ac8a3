package org.hubfleet.lift.line;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * A choice of an image as an environment.
 *
 * @param lines what stands below its name
 * @param left what no line says, as in the choice; mostly empty
 */
record EnvironmentWish(Mapping lines, Mapping left) {
  static final String OVERRIDE = "kubespawner_override";
  private static final Pattern TAGGED =
      Pattern.compile(
          "[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)*:[A-Za-z0-9_][A-Za-z0-9._-]*(@sha256:[0-9a-f]{64})?");

  /** That of a choice; absent when it has no image with a tag. */
  static Optional<EnvironmentWish> of(Mapping choice) {
    Rest rest = new Rest(choice);
    Rest override = Rest.of(rest.take(OVERRIDE), choice);
    Optional<Node> image = override.take("image", EnvironmentWish::isImage);
    if (image.isEmpty()) {
      return Optional.empty();
    }
    Mapping.Builder lines = Mapping.builder(choice.origin()).put("image", image);
    people(rest, lines);
    run(override, lines);
    rest.back(OVERRIDE, override.left());
    return Optional.of(new EnvironmentWish(lines.build(), rest.left()));
  }

  /** The image that all servers of a profile have; the profile keeps the rest. */
  static Optional<Mapping> fixed(Rest override, Mapping profile) {
    Optional<Node> image = override.take("image", EnvironmentWish::isImage);
    return image.map(
        said -> {
          Mapping.Builder lines = Mapping.builder(profile.origin()).put("image", said);
          run(override, lines);
          return lines.build();
        });
  }

  /** What people see of it, and who may have it. */
  static void people(Rest rest, Mapping.Builder lines) {
    lines.put("title", rest.take("display_name", Rest::isText));
    lines.put("description", rest.take("description", Rest::isText));
    lines.put("slug", rest.take("slug", Rest::isText));
    lines.put("default", rest.take("default", Node::isTrue));
    lines.put("for", rest.take("allowed_groups", Rest::isTexts));
  }

  private static void run(Rest override, Mapping.Builder lines) {
    lines.put(
        "ui",
        override
            .take("default_url", page -> page.string().filter(p -> p.matches("/\\S*")).isPresent())
            .flatMap(Node::scalar)
            .map(EnvironmentLines::ui));
    lines.put(
        "workingDir",
        override.take("working_dir", d -> d.string().filter(p -> p.startsWith("/")).isPresent()));
    lines.put(
        "refresh",
        override
            .take("image_pull_policy", p -> p.string().filter("Always"::equals).isPresent())
            .map(always -> Scalar.bool(true, always.origin())));
  }

  private static boolean isImage(Node value) {
    return value.string().filter(text -> TAGGED.matcher(text).matches()).isPresent();
  }

  /** A name that lines may give it, after its image. */
  static String name(Mapping lines) {
    String image = lines.get("image").flatMap(Node::string).orElse("");
    String repository = image.substring(0, Math.max(0, image.lastIndexOf(':')));
    return EnvironmentLines.shortName(repository);
  }
}
