package org.hubfleet.review;

import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/** Where to point when what a problem is about is no longer there. */
final class Lost {
  private Lost() {}

  /** The file of the hub, as far as anybody knows it. */
  static Origin origin(PartChange change) {
    String file =
        change
            .after()
            .continuity()
            .or(() -> change.before().continuity())
            .flatMap((Mapping tree) -> tree.get("file"))
            .flatMap(Node::string)
            .orElse("config/fleet.yaml");
    return Origin.at(Place.ofFile(file), Layer.HUB);
  }
}
