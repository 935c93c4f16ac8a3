package org.hubfleet.model.storage;

import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * A folder of a file server that nodes mount by NFS.
 *
 * @param mountOptions a list of texts
 * @param givesOwners whether the server gives folders to the account that people's servers run as
 */
public record Share(
    Scalar server, Scalar path, Optional<Node> mountOptions, boolean givesOwners, Origin origin) {

  static Share of(Mapping lines) {
    return new Share(
        lines.get("server").flatMap(Node::scalar).orElseThrow(),
        lines.get("path").flatMap(Node::scalar).orElseThrow(),
        lines.get("mountOptions"),
        lines.get("givesOwners").map(Node::isTrue).orElse(false),
        lines.origin());
  }

  /** What a volume's template has to know of it. */
  public Mapping volume(Origin why) {
    return Mapping.builder(why)
        .put("server", server)
        .put("path", path)
        .put("mountOptions", mountOptions)
        .build();
  }
}
