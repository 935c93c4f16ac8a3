package org.hubfleet.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * A change of what people keep that somebody has thought through.
 *
 * @param hub id of the hub it is about; absent when it is about a whole cluster
 * @param cluster whose hubs it is all about; absent when it is about one hub
 * @param object of the hub, {@code Kind/name}, {@code homes} or {@code database}; absent when it is
 *     about the hub as a whole
 * @param tree as it stands in its file
 */
public record Acknowledgement(
    Optional<String> hub,
    Optional<String> cluster,
    Optional<String> object,
    String why,
    String who,
    Optional<LocalDate> until,
    Node tree) {
  /** All that a fleet has: those of {@code fleet.yaml}, then those of the hubs' files. */
  public static List<Acknowledgement> of(Fleet fleet) {
    List<Acknowledgement> found = new ArrayList<>();
    items(fleet.tree()).map(item -> read(item, text(item, "hub"))).forEach(found::add);
    for (Hub hub : fleet.hubs()) {
      items(hub.tree()).map(item -> read(item, Optional.of(hub.id()))).forEach(found::add);
    }
    return found;
  }

  private static Stream<Node> items(Node tree) {
    return tree.get("acknowledge").flatMap(Node::sequence).map(Sequence::items).stream()
        .flatMap(List::stream);
  }

  private static Acknowledgement read(Node item, Optional<String> hub) {
    return new Acknowledgement(
        hub,
        text(item, "cluster"),
        text(item, "object"),
        text(item, "why").orElse(""),
        text(item, "who").orElse(""),
        text(item, "until").flatMap(Acknowledgement::date),
        item);
  }

  private static Optional<String> text(Node tree, String key) {
    return tree.get(key).flatMap(Node::string);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  /** Whether its last day has passed. Without a date of today nothing has. */
  public boolean isPastOn(Optional<LocalDate> today) {
    return today.isPresent() && until.isPresent() && until.get().isBefore(today.get());
  }
}
