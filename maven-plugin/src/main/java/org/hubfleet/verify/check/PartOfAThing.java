package org.hubfleet.verify.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Quantity;
import org.hubfleet.verify.object.Complaint;

/**
 * A pod asks for, or a quota allows, a part of something that comes whole, such as half a GPU; the
 * API server refuses it. Things are resources whose names have a prefix.
 */
final class PartOfAThing implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/part-of-a-thing");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (Pod pod : objects.pods()) {
      for (Pod.Container container : pod.containers()) {
        String whose = pod.owner() + ": the container \"" + container.name() + "\"";
        Stream.of("resources.limits", "resources.requests")
            .map(list -> Pod.map(container.tree(), list))
            .forEach(amounts -> judge(objects.hub(), whose, amounts, found));
      }
      judge(objects.hub(), pod.owner(), Pod.map(pod.spec(), "overhead"), found);
    }
    for (Manifest manifest : objects.manifests()) {
      if (manifest.kind().equals("ResourceQuota")) {
        judge(objects.hub(), manifest.id(), Pod.map(manifest.object(), "spec.hard"), found);
      }
    }
    return found.stream().distinct().toList();
  }

  private static void judge(Hub hub, String whose, Mapping amounts, List<Diagnostic> found) {
    for (Map.Entry<String, Mapping.Entry> amount : amounts.entries().entrySet()) {
      Node value = amount.getValue().value();
      if (amount.getKey().contains("/")
          && Quantity.kubernetes(value).filter(PartOfAThing::isBroken).isPresent()) {
        found.add(
            Complaint.error(
                    hub,
                    value.origin(),
                    RULE,
                    whose + " counts a part of " + amount.getKey() + ", which comes whole")
                .hint("give a whole number"));
      }
    }
  }

  private static boolean isBroken(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > 0;
  }
}
