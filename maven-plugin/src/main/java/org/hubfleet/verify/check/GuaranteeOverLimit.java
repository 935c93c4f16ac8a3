package org.hubfleet.verify.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Node;
import org.hubfleet.source.Quantity;
import org.hubfleet.verify.object.Complaint;

/**
 * People's servers are guaranteed more memory or CPU than they may use, by the hub's values or by
 * what can be picked in a profile; no such server ever starts.
 */
final class GuaranteeOverLimit implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/guarantee-over-limit");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (ServerAmounts.Kind kind : ServerAmounts.Kind.values()) {
      for (ServerAmounts amounts : ServerAmounts.all(objects.blueprint().jupyterhub(), kind)) {
        if (isWrong(amounts)) {
          found.add(problem(objects.blueprint(), kind, amounts));
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static boolean isWrong(ServerAmounts amounts) {
    Optional<BigDecimal> least = amounts.guarantee().flatMap(Quantity::spawner);
    Optional<BigDecimal> most = amounts.limit().flatMap(Quantity::spawner);
    return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0;
  }

  private static Diagnostic problem(
      Blueprint blueprint, ServerAmounts.Kind kind, ServerAmounts amounts) {
    Node guarantee = amounts.guarantee().orElseThrow();
    Node limit = amounts.limit().orElseThrow();
    return Complaint.error(
            blueprint.hub(),
            limit.origin(),
            RULE,
            "servers are guaranteed "
                + ServerAmounts.text(guarantee)
                + " of "
                + kind.word()
                + " but may use no more than "
                + ServerAmounts.text(limit)
                + amounts.picked())
        .related(
            guarantee.origin().configuredPlace().orElse(guarantee.origin().place()),
            "the guarantee");
  }
}
