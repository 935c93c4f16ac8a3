package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Node;

/** Puts hubs on nodes of their cluster, one after the other, and gathers what is wrong. */
public final class SchedulerRung {
  private final Suite.Shared suite;
  private final GeneratedObjects generated;
  private final Patience patience;

  /** For the hubs of a compiled tree; a pod that is put nowhere is waited for that long. */
  public SchedulerRung(Suite.Shared suite, GeneratedObjects generated, Duration patience) {
    this.suite = suite;
    this.generated = generated;
    this.patience = new Patience(patience);
  }

  /**
   * How it went with a hub.
   *
   * @param choices how many there were
   * @param displaced how many placeholders gave way to servers
   * @param complaints what is wrong with where its pods land; nothing when all is as meant
   */
  public record Verdict(int choices, int displaced, List<String> complaints) {}

  /** Puts all the pods of a hub on nodes of its cluster. */
  public Verdict of(Hub hub) throws IOException {
    Floor.sweep(suite.api());
    applyPlatform(hub.cluster().name());
    List<Node> objects = generated.hub(hub.cluster().name(), hub.id());
    try (FakeNodes nodes = FakeNodes.of(suite, hub.cluster());
        HubOnNodes there = HubOnNodes.of(suite, nodes, hub, objects)) {
      List<Choice> choices = Choice.of(suite, hub.id(), hub.namespace(), objects);
      Trial trial = new Trial(there, choices, patience);
      List<String> found = new ArrayList<>(trial.own());
      found.addAll(trial.choices());
      found.addAll(trial.pullers());
      found.addAll(trial.packing());
      found.addAll(trial.capacity());
      found.addAll(trial.rights());
      return new Verdict(choices.size(), trial.displaced(), found);
    }
  }

  private void applyPlatform(String cluster) throws IOException {
    for (Node object : generated.platform(cluster)) {
      Api.Answer answer = suite.api().apply(object, false);
      if (!answer.isFine()) {
        throw new IllegalStateException(answer.message());
      }
    }
  }
}
