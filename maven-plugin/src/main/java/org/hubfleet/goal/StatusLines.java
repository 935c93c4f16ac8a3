package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.deploy.Holdings;
import org.hubfleet.deploy.Record;
import org.hubfleet.live.FluxSet;
import org.hubfleet.live.LiveHub;

/** How a fleet stands, for people. */
record StatusLines(FleetStatus status) {
  private static final int SHORT = 10;
  private static final int SHORT_DIGEST = "sha256:".length() + 12;

  /** The lines. */
  List<String> lines() {
    Holdings holdings = status.holdings();
    List<String> lines = new ArrayList<>();
    String where = holdings.address() + ", branch " + holdings.branch();
    lines.add(
        where
            + holdings.tip().map(tip -> " at " + brief(tip)).orElse(": nothing has been deployed")
            + holdings.last().map(last -> ", deployed " + note(last)).orElse(""));
    for (String cluster : status.clusters()) {
      lines.add(cluster);
      status.live(Part.cluster(cluster)).ifPresent(live -> live("  ", live, lines));
      status.hubs(cluster).forEach(hub -> hub(hub, lines));
      hidden(cluster).ifPresent(lines::add);
    }
    return lines;
  }

  private static String brief(String commit) {
    return commit.length() <= SHORT ? commit : commit.substring(0, SHORT);
  }

  private static String note(Record record) {
    String dirty = record.source().endsWith("-dirty") ? "-dirty" : "";
    return record.date()
        + " from "
        + brief(record.source())
        + dirty
        + " by hubs "
        + record.compiler()
        + ", "
        + record.digest().substring(0, Math.min(SHORT_DIGEST, record.digest().length()));
  }

  private void hub(Part hub, List<String> lines) {
    String id = "  " + hub.hub().orElseThrow() + ": ";
    Optional<Record> record = status.holdings().hubs().getOrDefault(hub, Optional.empty());
    if (status.holdings().hubs().containsKey(hub)) {
      String gone = status.isInConfig(hub) ? "" : ", no longer in config";
      lines.add(id + record.map(StatusLines::note).orElse("deployed, its note is gone") + gone);
      status.live(hub).ifPresent(live -> live("    ", live, lines));
    } else if (status.holdings().ended().containsKey(hub)) {
      Holdings.Ended ended = status.holdings().ended().get(hub);
      String remains = ended.remains().isEmpty() ? "nothing" : String.join(", ", ended.remains());
      lines.add(id + "ended " + ended.date() + ", what remains: " + remains);
    } else {
      lines.add(id + "not deployed");
    }
  }

  private void live(String indent, LiveHub live, List<String> lines) {
    live.sets().forEach(set -> lines.add(indent + set(set)));
    live.drift().forEach(object -> drift(indent, object, lines));
  }

  private String set(FluxSet set) {
    if (set.health() == FluxSet.Health.MISSING) {
      return "Flux knows no " + set.name();
    }
    String applied =
        set.applied()
            .map(commit -> "has applied " + brief(commit) + behind(set))
            .orElse("has applied nothing yet");
    String reason = set.reason().isEmpty() ? "" : " (" + set.reason() + ")";
    String message = set.message().isEmpty() ? "" : ": " + set.message().replaceAll("\\s+", " ");
    String health =
        switch (set.health()) {
          case READY -> "ready";
          case FAILED -> "failed" + reason + message;
          default -> "at work" + reason + message;
        };
    return "Flux "
        + applied
        + " of "
        + set.name()
        + (set.isSuspended() ? ", which is suspended" : "")
        + ", "
        + health;
  }

  private String behind(FluxSet set) {
    return status.isUpToDate(set) ? "" : ", not the tip,";
  }

  private static void drift(String indent, ObjectChange object, List<String> lines) {
    if (object.after().isEmpty()) {
      lines.add(indent + "gone: " + object.key().id());
      return;
    }
    lines.add(indent + "not as deployed: " + object.key().id());
    boolean secret = object.key().kind().equals("Secret");
    object.fields().forEach(field -> lines.add(indent + "  " + field(field, secret)));
  }

  private static String field(FieldChange field, boolean secret) {
    return field.path() + ": " + (secret ? "(not shown)" : DiffLines.values(field));
  }

  private Optional<String> hidden(String cluster) {
    return Optional.ofNullable(status.live().get(cluster))
        .filter(report -> !report.hidden().isEmpty())
        .map(
            report -> "  not looked at, for want of rights: " + String.join(", ", report.hidden()));
  }
}
