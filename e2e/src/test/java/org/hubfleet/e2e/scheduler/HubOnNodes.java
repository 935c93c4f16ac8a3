package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Node;

/**
 * A hub applied to a cluster of fake nodes, with its own scheduler running and volumes behind its
 * claims. Its workloads go when closed; the namespace stays.
 */
final class HubOnNodes implements AutoCloseable {
  private final Api api;
  private final FakeNodes nodes;
  private final Hub hub;
  private final List<Node> objects;
  private final Homes homes;
  private final Api account;
  private final Optional<UserScheduler> scheduler;

  private HubOnNodes(
      Api api,
      FakeNodes nodes,
      Hub hub,
      List<Node> objects,
      Homes homes,
      Api account,
      Optional<UserScheduler> scheduler) {
    this.api = api;
    this.nodes = nodes;
    this.hub = hub;
    this.objects = List.copyOf(objects);
    this.homes = homes;
    this.account = account;
    this.scheduler = scheduler;
  }

  /** Applies the objects; the platform's are there already. */
  static HubOnNodes of(Suite.Shared suite, FakeNodes nodes, Hub hub, List<Node> objects)
      throws IOException {
    Api api = suite.api();
    Homes homes = new Homes(api, hub.namespace());
    homes.expected(Tree.items(hub.tree(), "expects"));
    Tree.ofKind(objects, "PersistentVolumeClaim").forEach(homes::back);
    for (Node object : objects) {
      Api.Answer answer = api.apply(object, false);
      if (!answer.isFine()) {
        throw new IllegalStateException(answer.message());
      }
    }
    String name =
        Tree.text(
            Tree.named(objects, "Deployment", "hub"), "spec.template.spec.serviceAccountName");
    return new HubOnNodes(
        api,
        nodes,
        hub,
        objects,
        homes,
        api.as(UserScheduler.token(api, hub.namespace(), name)),
        UserScheduler.of(suite, hub.id(), objects));
  }

  List<Node> objects() {
    return objects;
  }

  FakeNodes nodes() {
    return nodes;
  }

  /** Its pods. */
  List<Placed> pods() {
    return Placed.in(api, hub.namespace());
  }

  /** Everybody's pods on a node. */
  List<Placed> pods(String node) {
    return Placed.on(api, node);
  }

  boolean hasScheduler() {
    return scheduler.isPresent();
  }

  /** What the API server forbade its scheduler. */
  List<String> forbidden() throws IOException {
    return scheduler.isPresent() ? scheduler.get().forbidden() : List.of();
  }

  /** Starts a person's server, as the hub does and as far as it gets; gives the pods' names. */
  List<String> start(Choice choice, int copies) {
    choice.claim().ifPresent(claim -> require(homes.claim(account, claim)));
    List<String> names = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      Node pod = choice.copy(copy);
      require(account.post(Placed.path(hub.namespace()), Choice.json(pod)));
      names.add(Tree.text(pod, "metadata.name"));
    }
    return names;
  }

  private static void require(Api.Answer answer) {
    if (!answer.isFine() && !answer.isConflict()) {
      throw new IllegalStateException(answer.message());
    }
  }

  /** Stops servers. */
  void stop(List<String> names) {
    names.forEach(name -> account.remove(Placed.path(hub.namespace()) + "/" + name));
  }

  @Override
  public void close() {
    scheduler.ifPresent(UserScheduler::close);
    Floor.sweep(api);
    homes.close();
  }
}
