package org.hubfleet.capability.servers;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.server.Environment;
import org.hubfleet.model.server.Kind;
import org.hubfleet.model.size.KindSizes;
import org.hubfleet.model.size.Size;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Finds what is wrong with one kind of server: {@code servers/unknown-environment}, {@code
 * servers/unknown-size}, {@code servers/fixed-and-chosen}, {@code servers/two-default-choices} and
 * {@code servers/nothing-to-run}.
 */
record Mistakes(Kind kind, KindSizes sizes, List<Diagnostic> problems) {
  private static final RuleName NO_ENVIRONMENT = RuleName.of("servers/unknown-environment");
  private static final RuleName NO_SIZE = RuleName.of("servers/unknown-size");
  private static final RuleName BOTH = RuleName.of("servers/fixed-and-chosen");
  private static final RuleName TWO = RuleName.of("servers/two-default-choices");
  private static final RuleName NOTHING = RuleName.of("servers/nothing-to-run");

  void report() {
    List<String> environments = names("environments");
    kind.unknown()
        .forEach(
            name ->
                problems.add(
                    unknown(NO_ENVIRONMENT, "environment", name, environments)
                        .hint(hint(name, environments, "image: <image>"))));
    List<String> known = sizes.hub().stream().map(Size::name).toList();
    sizes
        .unknown()
        .forEach(
            name ->
                problems.add(
                    unknown(NO_SIZE, "size", name, known).hint(hint(name, known, "memory: 4G"))));
    both("environment", "environments");
    both("size", "sizes");
    two(
        kind.environments().stream()
            .filter(Environment::isDefault)
            .map(one -> (Node) one.wish())
            .toList());
    two(sizes.choices().stream().filter(Size::isDefault).map(one -> (Node) one.wish()).toList());
    alone();
  }

  private List<String> names(String key) {
    return kind.hub()
        .tree()
        .get(key)
        .flatMap(Node::mapping)
        .map(map -> List.copyOf(map.entries().keySet()))
        .orElse(List.of());
  }

  private Diagnostic unknown(RuleName rule, String what, Scalar name, List<String> known) {
    return Diagnostic.error(
        name.origin().place(), rule, "the hub has no " + what + " \"" + name.text() + "\"");
  }

  private static String hint(Scalar name, List<String> known, String own) {
    return Nearest.to(name.text(), known)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("name one of the hub's, or say it here: " + name.text() + ": {" + own + "}");
  }

  private void both(String one, String some) {
    if (kind.wish().get(one).isPresent() && kind.wish().get(some).isPresent()) {
      problems.add(
          Diagnostic.error(
                  kind.wish().keyOrigin(some).place(),
                  BOTH,
                  "people cannot choose from " + some + " where one " + one + " is fixed")
              .hint("keep " + one + " or " + some)
              .related(kind.wish().keyOrigin(one).place(), one));
    }
  }

  private void two(List<Node> defaults) {
    if (defaults.size() > 1) {
      Mapping second = defaults.get(1).mapping().orElseThrow();
      Mapping first = defaults.get(0).mapping().orElseThrow();
      problems.add(
          Diagnostic.error(
                  second.keyOrigin("default").place(),
                  TWO,
                  "two choices of the kind " + kind.name() + " are the default")
              .hint("keep one of them")
              .related(first.keyOrigin("default").place(), "the other"));
    }
  }

  /** Own images are a choice beside others, of which one is the default. */
  private void alone() {
    Optional<Node> own = kind.wish().get("ownImages").filter(wish -> wish.mapping().isPresent());
    if (own.isPresent() && kind.environments().isEmpty() && kind.unknown().isEmpty()) {
      problems.add(
          Diagnostic.error(
                  kind.wish().keyOrigin("ownImages").place(),
                  NOTHING,
                  "people may type in an image, but there is none that they get otherwise")
              .hint("add environments: {<name>: {image: ...}} here or to the hub"));
    }
  }
}
