package org.hubfleet.capability.events;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Calendar;
import org.hubfleet.model.event.Event;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Finds events whose image nobody fetches beforehand: {@code events/unknown-environment} and {@code
 * events/no-images}.
 */
final class Beforehand {
  private static final RuleName UNKNOWN = RuleName.of("events/unknown-environment");
  private static final RuleName NO_IMAGES = RuleName.of("events/no-images");

  private Beforehand() {}

  static void check(Hub hub, Calendar calendar, List<Diagnostic> problems) {
    List<String> known =
        hub.tree()
            .get("environments")
            .flatMap(Node::mapping)
            .map(map -> List.copyOf(map.entries().keySet()))
            .orElse(List.of());
    boolean broken = known.isEmpty() && hub.has("environments");
    Optional<Scalar> pull =
        hub.tree().at("scheduling.pullImages").flatMap(Node::scalar).filter(said -> !said.isTrue());
    for (Event event : calendar.toCome()) {
      event
          .environment()
          .filter(name -> !broken && !known.contains(name.text()))
          .ifPresent(name -> problems.add(unknown(name, known)));
      pull.ifPresent(said -> problems.add(noImages(event, said)));
    }
  }

  private static Diagnostic unknown(Scalar name, List<String> known) {
    return Diagnostic.error(
            name.origin().place(), UNKNOWN, "there is no environment \"" + name.text() + "\"")
        .hint(
            Nearest.to(name.text(), known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(
                    known.isEmpty()
                        ? "add environments: {" + name.text() + ": {image: ...}}"
                        : "environments are " + String.join(", ", known)));
  }

  private static Diagnostic noImages(Event event, Scalar said) {
    return Diagnostic.warning(
            event.why().place(),
            NO_IMAGES,
            "everybody at " + event.title() + " waits for images, for nodes fetch none beforehand")
        .hint("leave pullImages out under scheduling")
        .related(said.origin().place(), "pullImages");
  }
}
