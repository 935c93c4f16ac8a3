package org.hubfleet.goal;

import java.util.Locale;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.deploy.Holdings;
import org.hubfleet.deploy.Record;
import org.hubfleet.live.FluxSet;
import org.hubfleet.live.LiveHub;
import org.hubfleet.source.JsonWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a fleet stands, for machines: {@code repository}, {@code branch}, {@code commit}, {@code
 * last}, and below {@code clusters} by name what the hubs share, and below {@code hubs} each hub
 * with its {@code state}: {@code deployed}, {@code ended} or {@code notDeployed}.
 */
record StatusDocument(FleetStatus status) {
  /** The document. */
  ObjectNode document() {
    Holdings holdings = status.holdings();
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("goal", "status");
    root.put("repository", holdings.address()).put("branch", holdings.branch());
    holdings.tip().ifPresent(tip -> root.put("commit", tip));
    holdings.last().ifPresent(last -> note(last, root.putObject("last")));
    ObjectNode clusters = root.putObject("clusters");
    for (String name : status.clusters()) {
      ObjectNode cluster = clusters.putObject(name);
      status.live(Part.cluster(name)).ifPresent(live -> live(live, cluster.putObject("live")));
      if (status.live().containsKey(name)) {
        ArrayNode hidden = cluster.putArray("notLookedAt");
        status.live().get(name).hidden().forEach(hidden::add);
      }
      ObjectNode hubs = cluster.putObject("hubs");
      status.hubs(name).forEach(hub -> hub(hub, hubs.putObject(hub.hub().orElseThrow())));
    }
    return root;
  }

  private static void note(Record record, ObjectNode node) {
    node.put("source", record.source())
        .put("compiler", record.compiler())
        .put("digest", record.digest())
        .put("date", record.date().toString());
  }

  private void hub(Part hub, ObjectNode node) {
    node.put("inConfig", status.isInConfig(hub));
    if (status.holdings().hubs().containsKey(hub)) {
      node.put("state", "deployed");
      status.holdings().hubs().get(hub).ifPresent(record -> note(record, node));
      status.live(hub).ifPresent(live -> live(live, node.putObject("live")));
    } else if (status.holdings().ended().containsKey(hub)) {
      Holdings.Ended ended = status.holdings().ended().get(hub);
      node.put("state", "ended").put("date", ended.date());
      ArrayNode remains = node.putArray("remains");
      ended.remains().forEach(remains::add);
    } else {
      node.put("state", "notDeployed");
    }
  }

  private void live(LiveHub live, ObjectNode node) {
    ArrayNode sets = node.putArray("sets");
    live.sets().forEach(set -> set(set, sets.addObject()));
    ArrayNode drift = node.putArray("drift");
    live.drift().forEach(object -> drift(object, drift.addObject()));
  }

  private void set(FluxSet set, ObjectNode node) {
    node.put("name", set.name());
    set.applied().ifPresent(commit -> node.put("applied", commit));
    node.put("upToDate", status.isUpToDate(set))
        .put("health", set.health().name().toLowerCase(Locale.ROOT))
        .put("reason", set.reason())
        .put("message", set.message())
        .put("suspended", set.isSuspended());
  }

  private static void drift(ObjectChange object, ObjectNode node) {
    node.put("object", object.key().id()).put("namespace", object.key().namespace());
    node.put("gone", object.after().isEmpty());
    ArrayNode fields = node.putArray("fields");
    boolean secret = object.key().kind().equals("Secret");
    object.fields().forEach(field -> field(field, secret, fields.addObject()));
  }

  private static void field(FieldChange field, boolean secret, ObjectNode node) {
    node.put("path", field.path().toString());
    if (!secret) {
      field.before().ifPresent(value -> node.put("deployed", JsonWriter.write(value).strip()));
      field.after().ifPresent(value -> node.put("live", JsonWriter.write(value).strip()));
    }
  }
}
