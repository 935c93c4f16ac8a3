package org.hubfleet.flux;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * A RoleBinding of the hub binds a role that is not the hub's own: its Flux account may not hand
 * out rights that it does not hold, so that nothing of the hub would be applied.
 */
final class ForeignRole {
  private static final RuleName RULE = RuleName.of("flux/foreign-role");

  private ForeignRole() {}

  static List<Diagnostic> of(Hub hub, List<Manifest> manifests) {
    Set<String> own = new HashSet<>();
    manifests.forEach(manifest -> own.add(manifest.id()));
    List<Diagnostic> found = new ArrayList<>();
    for (Manifest manifest : manifests) {
      if (manifest.kind().equals("RoleBinding")) {
        Node bound = manifest.object().at("roleRef.name").orElse(manifest.object());
        String kind = manifest.object().at("roleRef.kind").flatMap(Node::string).orElse("");
        String role = kind + "/" + bound.string().orElse("");
        if (!own.contains(role) || !kind.equals("Role")) {
          found.add(
              Complaint.error(
                      hub,
                      bound.origin(),
                      RULE,
                      manifest.id() + " binds " + role + ", which is no Role of this hub")
                  .hint(
                      "the hub's Flux account cannot hand out rights that it does not hold:"
                          + " let the platform team bind it"));
        }
      }
    }
    return found;
  }
}
