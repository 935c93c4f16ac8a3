package org.hubfleet.lower.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.SameValue;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.placement}: on which nodes pods run, as fragments of a pod's {@code spec} with
 * {@code nodeSelector}, {@code affinity} and {@code tolerations}, each only where it says
 * something.
 *
 * <p>One fragment for each core pod ({@code hub}, {@code proxy}, {@code autohttps}, {@code
 * user-scheduler}, {@code hook-image-awaiter}) and each user pod ({@code user-placeholder}, {@code
 * image-puller}); {@code core} and {@code user} are those of a pod without wishes of its own. The
 * pullers run wherever a server can, so wishes (the preferred terms) are not theirs.
 */
final class Placement implements Derivation {
  private static final String PURPOSE = "hub.jupyter.org/node-purpose";
  private static final String NODE_AFFINITY = "singleuser.extraNodeAffinity";
  private static final Map<String, String> CORE_PODS =
      Map.of(
          "hub", "hub",
          "proxy", "proxy.chp",
          "autohttps", "proxy.traefik",
          "user-scheduler", "scheduling.userScheduler",
          "hook-image-awaiter", "prePuller.hook");

  /** Weight of the wish for a node of the own purpose, the highest there is; as upstream has it. */
  private static final long PREFERENCE = 100;

  @Override
  public String key() {
    return "placement";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Origin origin = values.origin("scheduling");
    Mapping.Builder pods = Mapping.builder(origin);
    pods.put("core", fragment(values, Optional.empty(), coreAffinity(values), core(values)));
    CORE_PODS.keySet().stream().sorted().forEach(pod -> pods.put(pod, corePod(values, pod)));
    Optional<Node> selector = some(values, "singleuser.nodeSelector");
    Sequence user = user(values);
    pods.put("user", fragment(values, selector, userAffinity(values), user));
    pods.put("user-placeholder", fragment(values, selector, userAffinity(values), user));
    Sequence pullers = joined(values, user, "prePuller.extraTolerations");
    Optional<Node> everywhere = PullerNodes.selector(values, selector);
    pods.put("image-puller", fragment(values, everywhere, pullerAffinity(values), pullers));
    return pods.build();
  }

  /** The tolerations of all core pods and those at another path, without repeats. */
  static Sequence coreTolerations(Values values, String own) {
    return joined(values, core(values), own);
  }

  /** The tolerations of all user pods and those at another path, without repeats. */
  static Sequence userTolerations(Values values, String own) {
    return joined(values, user(values), own);
  }

  private static Sequence core(Values values) {
    return list(values, "scheduling.corePods.tolerations");
  }

  private static Sequence user(Values values) {
    return joined(
        values, list(values, "scheduling.userPods.tolerations"), "singleuser.extraTolerations");
  }

  private static Mapping corePod(Values values, String pod) {
    String own = CORE_PODS.get(pod);
    return fragment(
        values,
        some(values, own + ".nodeSelector"),
        coreAffinity(values),
        coreTolerations(values, own + ".tolerations"));
  }

  private static Mapping fragment(
      Values values, Optional<Node> selector, Optional<Mapping> affinity, Sequence tolerations) {
    return Mapping.builder(values.origin("scheduling"))
        .put("nodeSelector", selector)
        .put("affinity", affinity)
        .put("tolerations", Optional.of(tolerations).filter(list -> !list.items().isEmpty()))
        .build();
  }

  private static Optional<Mapping> coreAffinity(Values values) {
    return nodeAffinity(purpose(values, "core", "require"), purpose(values, "core", "prefer"))
        .map(node -> Mapping.builder(node.origin()).put("nodeAffinity", node).build());
  }

  private static Optional<Mapping> userAffinity(Values values) {
    List<Node> preferred = new ArrayList<>(purpose(values, "user", "prefer"));
    preferred.addAll(values.items(NODE_AFFINITY + ".preferred"));
    Optional<Mapping> node = nodeAffinity(requiredOfUsers(values), preferred);
    Optional<Mapping> near = podAffinity(values, "singleuser.extraPodAffinity");
    Optional<Mapping> apart = podAffinity(values, "singleuser.extraPodAntiAffinity");
    List<Origin> origins = new ArrayList<>();
    node.ifPresent(found -> origins.add(found.origin()));
    near.ifPresent(found -> origins.add(found.origin()));
    apart.ifPresent(found -> origins.add(found.origin()));
    return origins.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Mapping.builder(Origin.of(origins))
                .put("nodeAffinity", node)
                .put("podAffinity", near)
                .put("podAntiAffinity", apart)
                .build());
  }

  private static Optional<Mapping> pullerAffinity(Values values) {
    return nodeAffinity(requiredOfUsers(values), List.of())
        .map(node -> Mapping.builder(node.origin()).put("nodeAffinity", node).build());
  }

  private static List<Node> requiredOfUsers(Values values) {
    List<Node> required = new ArrayList<>(purpose(values, "user", "require"));
    required.addAll(values.items(NODE_AFFINITY + ".required"));
    return required;
  }

  /** The term that asks for nodes of that purpose, when the values match it in that way. */
  private static List<Node> purpose(Values values, String purpose, String way) {
    String path = "scheduling." + purpose + "Pods.nodeAffinity.matchNodePurpose";
    if (!values.string(path).equals(Optional.of(way))) {
      return List.of();
    }
    Origin origin = values.origin(path);
    Mapping expression =
        Mapping.builder(origin)
            .put("key", PURPOSE)
            .put("operator", "In")
            .put("values", Sequence.of(List.of(Scalar.string(purpose, origin)), origin))
            .build();
    Mapping term =
        Mapping.builder(origin)
            .put("matchExpressions", Sequence.of(List.of(expression), origin))
            .build();
    return way.equals("require")
        ? List.of(term)
        : List.of(
            Mapping.builder(origin)
                .put("weight", Scalar.integer(PREFERENCE, origin))
                .put("preference", term)
                .build());
  }

  private static Optional<Mapping> nodeAffinity(List<Node> required, List<Node> preferred) {
    Optional<Mapping> terms =
        sequence(required)
            .map(list -> Mapping.builder(list.origin()).put("nodeSelectorTerms", list).build());
    return affinity(terms, sequence(preferred));
  }

  private static Optional<Mapping> podAffinity(Values values, String path) {
    return affinity(
        sequence(values.items(path + ".required")), sequence(values.items(path + ".preferred")));
  }

  private static Optional<Mapping> affinity(
      Optional<? extends Node> required, Optional<Sequence> preferred) {
    List<Origin> origins = new ArrayList<>();
    required.ifPresent(node -> origins.add(node.origin()));
    preferred.ifPresent(node -> origins.add(node.origin()));
    return origins.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Mapping.builder(Origin.of(origins))
                .put("requiredDuringSchedulingIgnoredDuringExecution", required)
                .put("preferredDuringSchedulingIgnoredDuringExecution", preferred)
                .build());
  }

  private static Optional<Sequence> sequence(List<Node> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(Sequence.of(items, Origin.of(items.stream().map(Node::origin).toList())));
  }

  private static Optional<Node> some(Values values, String path) {
    return Optional.<Node>of(values.map(path)).filter(node -> !values.map(path).isEmpty());
  }

  private static Sequence list(Values values, String path) {
    return Sequence.of(values.items(path), values.origin(path));
  }

  private static Sequence joined(Values values, Sequence all, String own) {
    List<Node> more = values.items(own);
    return more.isEmpty() ? all : union(all, Sequence.of(more, values.origin(own)));
  }

  /** Both lists, the second without the items that the first holds already. */
  private static Sequence union(Sequence first, Sequence second) {
    List<Node> items = new ArrayList<>(first.items());
    for (Node item : second.items()) {
      if (items.stream().noneMatch(other -> SameValue.of(other, item))) {
        items.add(item);
      }
    }
    return Sequence.of(items, Origin.of(List.of(first.origin(), second.origin())));
  }
}
