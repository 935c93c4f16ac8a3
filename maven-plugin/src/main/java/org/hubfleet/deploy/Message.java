package org.hubfleet.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;

/**
 * The message of a deployment's commit: what for whom, the hubs by kind of change, and lines for
 * machines at the end.
 */
final class Message {
  private static final int WIDTH = 72;
  private static final int FEW = 3;
  private static final String SOURCE = "Source-Commit";
  private static final Pattern SOURCE_LINE = Pattern.compile("(?m)^" + SOURCE + ": (\\S+)$");

  private final List<PartChange> changes;
  private final Optional<String> rollback;

  /**
   * @param rollback the source that was deployed, when this goes back behind it
   */
  Message(List<PartChange> changes, Optional<String> rollback) {
    this.changes = List.copyOf(changes);
    this.rollback = rollback;
  }

  /** The source commit that a message names. */
  static Optional<String> source(String message) {
    Matcher found = SOURCE_LINE.matcher(message);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The first line. */
  String subject() {
    List<PartChange> hubs = changes.stream().filter(c -> c.part().isHub()).toList();
    String what = hubs.isEmpty() ? shared() : hubs(hubs);
    return rollback.isPresent()
        ? "Roll back: " + what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1)
        : what;
  }

  private String shared() {
    List<String> clusters = changes.stream().flatMap(c -> c.part().cluster().stream()).toList();
    return clusters.isEmpty()
        ? "Change the list of clusters"
        : "Change what the hubs on " + String.join(", ", clusters) + " share";
  }

  private static String hubs(List<PartChange> hubs) {
    List<String> phrases = new ArrayList<>();
    for (ObjectChange.Kind kind : ObjectChange.Kind.values()) {
      List<PartChange> some = hubs.stream().filter(c -> c.kind() == kind).toList();
      if (!some.isEmpty()) {
        phrases.add(verb(kind) + " " + names(some, hubs.size() <= FEW));
      }
    }
    List<String> clusters =
        hubs.stream().flatMap(c -> c.part().cluster().stream()).distinct().toList();
    String where = clusters.size() <= FEW ? " on " + String.join(", ", clusters) : "";
    String text = String.join(", ", phrases) + where;
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String verb(ObjectChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "add";
      case CHANGED -> "change";
      case REMOVED -> "remove";
    };
  }

  private static String names(List<PartChange> hubs, boolean byName) {
    return byName
        ? String.join(", ", hubs.stream().map(c -> c.part().hub().orElseThrow()).toList())
        : hubs.size() + (hubs.size() == 1 ? " hub" : " hubs");
  }

  /**
   * The whole message.
   *
   * @param remarks paragraphs between the hubs and the lines for machines
   */
  String text(String source, String compiler, String digest, List<String> remarks) {
    StringBuilder text = new StringBuilder(subject()).append("\n\n");
    for (ObjectChange.Kind kind : ObjectChange.Kind.values()) {
      list(kind).forEach(line -> text.append(line).append('\n'));
    }
    remarks.forEach(remark -> text.append('\n').append(remark).append('\n'));
    text.append('\n').append(SOURCE).append(": ").append(source);
    text.append("\nHubs-Version: ").append(compiler);
    text.append("\nHubs-Digest: ").append(digest);
    rollback.ifPresent(from -> text.append("\nHubs-Rollback: ").append(from));
    return text.append('\n').toString();
  }

  /** {@code Changed: west/tidal-lab, ...}, wrapped. */
  private List<String> list(ObjectChange.Kind kind) {
    List<String> names =
        changes.stream().filter(c -> c.kind() == kind).map(c -> name(c.part())).toList();
    if (names.isEmpty()) {
      return List.of();
    }
    String word = kind.word();
    List<String> lines = new ArrayList<>();
    StringBuilder line =
        new StringBuilder(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + ":");
    for (String name : withCommas(names)) {
      if (line.length() + 1 + name.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ");
      }
      line.append(' ').append(name);
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> withCommas(List<String> names) {
    int last = names.size() - 1;
    return Stream.concat(
            names.subList(0, last).stream().map(name -> name + ","), Stream.of(names.get(last)))
        .toList();
  }

  private static String name(Part part) {
    return part.hub()
        .map(hub -> part.cluster().orElseThrow() + "/" + hub)
        .or(part::cluster)
        .orElse("fleet");
  }
}
