package org.hubfleet.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * A Deployment that goes to {@code Recreate} while the cluster has filled in how to roll: nobody
 * who applies files owns that part, so nobody takes it away, and the API server refuses both beside
 * one another. Where the part was written out it belongs to Flux, which takes it away.
 *
 * <p>Source: the validation of Deployments in Kubernetes 1.34, and server-side apply.
 */
final class LeftoverStrategy implements Guard {
  private static final RuleName RULE = RuleName.of("guard/leftover-strategy");

  @Override
  public List<Finding> inspect(PartChange change) {
    List<Finding> found = new ArrayList<>();
    for (ObjectChange object : change.objects()) {
      boolean concerned =
          object.kind() == ObjectChange.Kind.CHANGED && object.key().kind().equals("Deployment");
      if (concerned && !isRecreate(object.before()) && isRecreate(object.after())) {
        if (object.before().flatMap(tree -> tree.at("spec.strategy.rollingUpdate")).isEmpty()) {
          found.add(finding(object));
        }
      }
    }
    return found;
  }

  private static boolean isRecreate(Optional<Mapping> deployment) {
    return deployment
        .flatMap(tree -> tree.at("spec.strategy.type"))
        .flatMap(Node::string)
        .filter("Recreate"::equals)
        .isPresent();
  }

  private static Finding finding(ObjectChange object) {
    return new Finding(
        RULE,
        object.key().id(),
        object.after().flatMap(tree -> tree.at("spec.strategy.type")).orElseThrow().origin(),
        "a cluster refuses to turn "
            + object.key().id()
            + " to Recreate while it still says how to roll, which it has filled in itself",
        "first deploy \"rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}\" beside RollingUpdate,"
            + " so that it can be taken away; or delete the Deployment on the cluster, which holds"
            + " nothing");
  }
}
