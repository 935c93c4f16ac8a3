package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * A network policy leaves addresses out of a block that they are no part of; the API server wants
 * each exception inside its block, and smaller.
 */
final class ExceptionOutsideBlock implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/exception-outside-block");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (Manifest manifest : objects.manifests()) {
      if (manifest.kind().equals("NetworkPolicy")) {
        for (Node block : blocks(manifest)) {
          for (Node exception : Pod.items(block, "except")) {
            if (!isInside(exception, block)) {
              found.add(problem(objects.hub(), manifest, exception, Pod.text(block, "cidr")));
            }
          }
        }
      }
    }
    return found;
  }

  private static List<Node> blocks(Manifest policy) {
    List<Node> blocks = new ArrayList<>();
    for (String way : List.of("ingress.from", "egress.to")) {
      String[] names = way.split("\\.", -1);
      for (Node rule : Pod.items(policy.object(), "spec." + names[0])) {
        for (Node peer : Pod.items(rule, names[1])) {
          peer.get("ipBlock").ifPresent(blocks::add);
        }
      }
    }
    return blocks;
  }

  /** Texts that are no blocks are somebody else's to tell of. */
  private static boolean isInside(Node exception, Node block) {
    Optional<AddressBlock> outer = AddressBlock.of(Pod.text(block, "cidr"));
    Optional<AddressBlock> inner = exception.string().flatMap(AddressBlock::of);
    return outer.isEmpty() || inner.isEmpty() || outer.get().strictlyHolds(inner.get());
  }

  private static Diagnostic problem(Hub hub, Manifest manifest, Node exception, String block) {
    return Complaint.error(
            hub,
            exception.origin(),
            RULE,
            manifest.id()
                + " leaves "
                + exception.string().orElse("")
                + " out of "
                + block
                + ", which does not hold it")
        .hint("an exception lies inside its block and is smaller");
  }
}
