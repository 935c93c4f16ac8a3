package org.hubfleet.verify.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Quantity;
import org.hubfleet.source.Scalar;
import org.hubfleet.verify.object.Complaint;

/**
 * People's servers are guaranteed more memory or CPU than they may use, by the hub's values or by
 * what can be picked in a profile; no such server ever starts.
 */
final class GuaranteeOverLimit implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/guarantee-over-limit");
  private static final int MOST_COMBINATIONS = 1000;

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (String what : List.of("mem", "cpu")) {
      for (Amounts amounts : all(objects.blueprint().jupyterhub(), what)) {
        if (amounts.isWrong()) {
          found.add(problem(objects.blueprint(), what, amounts));
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static Diagnostic problem(Blueprint blueprint, String what, Amounts amounts) {
    Node guarantee = amounts.guarantee().orElseThrow();
    Node limit = amounts.limit().orElseThrow();
    return Complaint.error(
            blueprint.hub(),
            limit.origin(),
            RULE,
            "servers are guaranteed "
                + text(guarantee)
                + " of "
                + (what.equals("mem") ? "memory" : "CPU")
                + " but may use no more than "
                + text(limit)
                + amounts.picked())
        .related(
            guarantee.origin().configuredPlace().orElse(guarantee.origin().place()),
            "the guarantee");
  }

  private static String text(Node amount) {
    return amount.scalar().map(Scalar::text).orElse("");
  }

  /** What a server gets, and what was picked to get it. */
  private record Amounts(Optional<Node> guarantee, Optional<Node> limit, String picked) {
    boolean isWrong() {
      Optional<BigDecimal> least = guarantee.flatMap(Quantity::spawner);
      Optional<BigDecimal> most = limit.flatMap(Quantity::spawner);
      return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0;
    }

    Amounts with(Mapping override, String what, String pick) {
      return new Amounts(
          override.get(what + "_guarantee").or(() -> guarantee).filter(node -> !node.isNull()),
          override.get(what + "_limit").or(() -> limit).filter(node -> !node.isNull()),
          picked + pick);
    }
  }

  private static List<Amounts> all(Mapping jupyterhub, String what) {
    Mapping values = Pod.map(jupyterhub, "singleuser." + (what.equals("mem") ? "memory" : "cpu"));
    Amounts base =
        new Amounts(values.get("guarantee"), values.get("limit"), "")
            .with(Pod.map(jupyterhub, "hub.config.KubeSpawner"), what, "");
    List<Amounts> found = new ArrayList<>();
    found.add(base);
    for (Node profile : Pod.items(jupyterhub, "singleuser.profileList")) {
      String name = " in the profile \"" + Pod.text(profile, "display_name") + "\"";
      List<Amounts> open = List.of(base.with(override(profile), what, name));
      for (Map.Entry<String, Mapping.Entry> option :
          Pod.map(profile, "profile_options").entries().entrySet()) {
        open = picked(open, option.getKey(), option.getValue().value(), what);
      }
      found.addAll(open);
    }
    return found;
  }

  /** Every way on after an option; the same ways when it says nothing of the resource. */
  private static List<Amounts> picked(List<Amounts> open, String name, Node option, String what) {
    Map<String, Mapping.Entry> choices = Pod.map(option, "choices").entries();
    boolean speaks =
        choices.values().stream()
            .map(choice -> override(choice.value()))
            .anyMatch(
                o -> o.get(what + "_guarantee").isPresent() || o.get(what + "_limit").isPresent());
    if (!speaks || open.size() * choices.size() > MOST_COMBINATIONS) {
      return open;
    }
    List<Amounts> next = new ArrayList<>();
    for (Amounts amounts : open) {
      choices.forEach(
          (key, choice) ->
              next.add(
                  amounts.with(override(choice.value()), what, ", " + name + " \"" + key + "\"")));
    }
    return next;
  }

  private static Mapping override(Node node) {
    return Pod.map(node, "kubespawner_override");
  }
}
