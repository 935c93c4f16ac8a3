package org.hubfleet.lower.derive.scheduling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * {@code context.userPlaceholder}: {@code resources} of a placeholder. They are its own where it
 * has any, else the room a server without a profile takes, in the units of Kubernetes.
 *
 * <p>Reports {@code scheduling/placeholders-without-priority} and {@code
 * scheduling/placeholders-never-yield}: nothing would push those placeholders aside.
 */
public final class UserPlaceholder implements Derivation {
  private static final RuleName NO_PRIORITY =
      RuleName.of("scheduling/placeholders-without-priority");
  private static final RuleName NEVER_YIELD = RuleName.of("scheduling/placeholders-never-yield");
  private static final String PATH = "scheduling.userPlaceholder";
  private static final String PRIORITY = "scheduling.podPriority";

  @Override
  public String key() {
    return "userPlaceholder";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    if (values.isTrue(PATH + ".enabled") && number(values, PATH + ".replicas") > 0) {
      checkPriority(values, problems);
    }
    Mapping own = values.map(PATH + ".resources");
    Mapping resources = own.isEmpty() ? ofServer(values) : own;
    return Mapping.builder(values.origin(PATH))
        .put("resources", Optional.of(resources).filter(found -> !found.isEmpty()))
        .build();
  }

  private static void checkPriority(Values values, List<Diagnostic> problems) {
    if (!values.isTrue(PRIORITY + ".enabled")) {
      problems.add(
          Diagnostic.warning(
                  values.origin(PATH + ".replicas").place(),
                  NO_PRIORITY,
                  "the placeholders have no lower priority than servers, so no server gets their room")
              .hint("set jupyterhub." + PRIORITY + ".enabled to true"));
    } else if (number(values, PRIORITY + ".userPlaceholderPriority")
        >= number(values, PRIORITY + ".defaultPriority")) {
      problems.add(
          Diagnostic.warning(
                  values.origin(PRIORITY + ".userPlaceholderPriority").place(),
                  NEVER_YIELD,
                  "the placeholders have as high a priority as servers, so no server gets their room")
              .hint("make it lower than jupyterhub." + PRIORITY + ".defaultPriority"));
    }
  }

  private static long number(Values values, String path) {
    return values
        .node(path)
        .flatMap(Node::scalar)
        .filter(Scalar::isNumber)
        .map(scalar -> scalar.number().longValue())
        .orElse(0L);
  }

  private static Mapping ofServer(Values values) {
    Origin origin = values.origin("singleuser");
    return Mapping.builder(origin)
        .put("requests", side(values, "guarantee", "guarantees"))
        .put("limits", side(values, "limit", "limits"))
        .build();
  }

  /** What KubeSpawner makes of one side of a server's room. */
  private static Optional<Mapping> side(Values values, String word, String plural) {
    Mapping.Builder amounts = Mapping.builder(values.origin("singleuser"));
    asked(values, "cpu_" + word, "cpu." + word)
        .map(UserPlaceholder::text)
        .ifPresent(cpu -> amounts.put("cpu", cpu));
    asked(values, "mem_" + word, "memory." + word)
        .map(UserPlaceholder::memory)
        .ifPresent(memory -> amounts.put("memory", memory));
    for (Map.Entry<String, Mapping.Entry> extra :
        values.entries("singleuser.extraResource." + plural).entrySet()) {
      amounts.put(extra.getKey(), extra.getValue().key(), text(extra.getValue().value()));
    }
    return Optional.of(amounts.build()).filter(found -> !found.isEmpty());
  }

  /** The trait as the hub's own configuration sets it, else as the values for servers do. */
  private static Optional<Node> asked(Values values, String trait, String path) {
    return values
        .node("hub.config.KubeSpawner." + trait)
        .or(() -> values.node("singleuser." + path))
        .or(() -> values.node("hub.config.Spawner." + trait));
  }

  private static Node memory(Node value) {
    return value
        .scalar()
        .flatMap(scalar -> MemorySize.parse(scalar.text()))
        .<Node>map(size -> Scalar.string(size.quantity(), value.origin()))
        .orElse(value);
  }

  private static Node text(Node value) {
    return value
        .scalar()
        .<Node>map(scalar -> Scalar.string(scalar.text(), value.origin()))
        .orElse(value);
  }
}
