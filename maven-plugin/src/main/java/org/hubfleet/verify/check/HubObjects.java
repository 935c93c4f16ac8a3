package org.hubfleet.verify.check;

import java.util.List;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;

/** The objects of one hub, with what the checks ask of them worked out once. Immutable. */
public final class HubObjects {
  private final Blueprint blueprint;
  private final List<Manifest> manifests;
  private final List<Pod> pods;
  private final Inventory inventory;
  private final List<Reference> references;

  public HubObjects(Blueprint blueprint, List<Manifest> manifests) {
    this.blueprint = blueprint;
    this.manifests = List.copyOf(manifests);
    this.pods = Pod.of(blueprint, manifests);
    this.inventory = Inventory.of(blueprint, manifests);
    this.references = Reference.of(pods, manifests);
  }

  Hub hub() {
    return blueprint.hub();
  }

  Blueprint blueprint() {
    return blueprint;
  }

  List<Manifest> manifests() {
    return manifests;
  }

  /** The pods that the objects make, then that of the hub's people. */
  List<Pod> pods() {
    return pods;
  }

  Inventory inventory() {
    return inventory;
  }

  /** What objects and pods say of other objects. */
  List<Reference> references() {
    return references;
  }
}
