package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The pod that KubeSpawner makes of a hub's values for each of its people, as far as other objects
 * and the API server care: labels, containers, volumes, variables, accounts, security contexts.
 * What a profile changes is left out.
 *
 * <p>Source: KubeSpawner 7.0.0 and the chart's hub configuration, release 4.4.0.
 */
final class UserPod {
  private final Mapping user;
  private final Mapping spawner;
  private final Origin origin;

  private final Mapping pulled;

  private UserPod(Mapping jupyterhub, Mapping context) {
    user = Pod.map(jupyterhub, "singleuser");
    spawner = Pod.map(jupyterhub, "hub.config.KubeSpawner");
    origin = user.origin();
    pulled = Pod.map(context, "pulled");
  }

  static Pod of(Blueprint blueprint) {
    UserPod made = new UserPod(blueprint.jupyterhub(), blueprint.context());
    Mapping labels = Pod.map(blueprint.context(), "labels.singleuser-server.pod");
    for (Map.Entry<String, Mapping.Entry> extra :
        Pod.map(made.user, "extraLabels").entries().entrySet()) {
      labels = labels.with(extra.getKey(), extra.getValue().value());
    }
    return new Pod("the user pod", "", labels, made.spec(blueprint.jupyterhub()), List.of());
  }

  private Mapping spec(Mapping jupyterhub) {
    List<Node> secrets = new ArrayList<>(Pod.items(user, "image.pullSecrets"));
    secrets.addAll(Pod.items(jupyterhub, "imagePullSecrets"));
    Mapping spec =
        Mapping.builder(origin)
            .put("volumes", Sequence.of(volumes(), origin))
            .put("initContainers", Sequence.of(before(), origin))
            .put("containers", Sequence.of(containers(), origin))
            .put("imagePullSecrets", Sequence.of(named(secrets), origin))
            .put("securityContext", podSecurity())
            .put(
                "serviceAccountName",
                one("service_account", "serviceAccountName").filter(n -> n.string().isPresent()))
            .put("priorityClassName", spawner.get("priority_class_name"))
            .build();
    for (Map.Entry<String, Mapping.Entry> extra :
        Pod.map(user, "extraPodConfig").entries().entrySet()) {
      spec = spec.with(camelCase(extra.getKey()), extra.getValue().value());
    }
    return spec;
  }

  private List<Node> volumes() {
    List<Node> all = new ArrayList<>();
    String type = Pod.text(user, "storage.type");
    if (type.equals("static")) {
      Node claim = user.at("storage.static.pvcName").orElse(user);
      Mapping source = Mapping.builder(claim.origin()).put("claimName", claim).build();
      all.add(volume("home", claim.origin(), "persistentVolumeClaim", source));
    } else if (type.equals("dynamic")) {
      Node name = user.at("storage.dynamic.volumeNameTemplate").orElse(user);
      all.add(
          volume(
              name.string().orElse("home"),
              name.origin(),
              "ephemeral",
              Mapping.empty(name.origin())));
    }
    if (!Pod.map(user, "extraFiles").isEmpty()) {
      Mapping files = Pod.map(user, "extraFiles");
      all.add(volume("files", files.origin(), "emptyDir", Mapping.empty(files.origin())));
    }
    all.addAll(values(pulled.get("volumes")));
    all.addAll(values(user.at("storage.extraVolumes")));
    return spawner.get("volumes").map(own -> values(Optional.of(own))).orElse(all);
  }

  private static Node volume(String name, Origin from, String kind, Mapping source) {
    return Mapping.builder(from).put("name", name).put(kind, source).build();
  }

  private List<Node> mounts() {
    List<Node> all = new ArrayList<>();
    String type = Pod.text(user, "storage.type");
    Optional<Node> path = user.at("storage.homeMountPath");
    if (path.isPresent() && !type.equals("none")) {
      String template = Pod.text(user, "storage.dynamic.volumeNameTemplate");
      all.add(
          Mapping.builder(path.get().origin())
              .put("name", type.equals("static") ? "home" : template)
              .put("mountPath", path.get())
              .build());
    }
    all.addAll(values(pulled.get("mounts")));
    all.addAll(values(user.at("storage.extraVolumeMounts")));
    return spawner.get("volume_mounts").map(own -> values(Optional.of(own))).orElse(all);
  }

  private List<Node> before() {
    List<Node> all = new ArrayList<>(values(one("init_containers", "initContainers")));
    all.addAll(Pod.items(pulled, "containers"));
    Optional<Node> blocks = user.at("cloudMetadata.blockWithIptables").filter(Node::isTrue);
    if (blocks.isPresent()) {
      Origin from = blocks.get().origin();
      Mapping privileged = Mapping.builder(from).put("privileged", Scalar.bool(true, from)).build();
      all.add(
          Mapping.builder(from)
              .put("name", "block-cloud-metadata")
              .put("securityContext", privileged)
              .build());
    }
    return all;
  }

  private List<Node> containers() {
    Mapping port =
        Mapping.builder(origin)
            .put("name", "notebook-port")
            .put("containerPort", Scalar.integer(8888, origin))
            .build();
    List<Node> all = new ArrayList<>();
    all.add(
        Mapping.builder(origin)
            .put("name", "notebook")
            .put("ports", Sequence.of(List.of(port), origin))
            .put("env", Sequence.of(variables(), origin))
            .put("volumeMounts", Sequence.of(mounts(), origin))
            .put("securityContext", containerSecurity())
            .build());
    all.addAll(values(one("extra_containers", "extraContainers")));
    return all;
  }

  private List<Node> variables() {
    List<Node> all = new ArrayList<>();
    Stream.of(Pod.map(user, "extraEnv"), Pod.map(spawner, "environment"))
        .flatMap(map -> map.entries().entrySet().stream())
        .forEach(
            entry ->
                all.add(
                    entry
                        .getValue()
                        .value()
                        .mapping()
                        .map(UserPod::spelled)
                        .orElse(Mapping.empty(entry.getValue().value().origin()))
                        .with(
                            "name",
                            Scalar.string(entry.getKey(), entry.getValue().value().origin()))));
    return all;
  }

  private Mapping containerSecurity() {
    Mapping.Builder made = Mapping.builder(origin);
    made.put("privileged", spawner.get("privileged"));
    made.put(
        "allowPrivilegeEscalation",
        one("allow_privilege_escalation", "allowPrivilegeEscalation").filter(n -> !n.isNull()));
    made.put("runAsUser", one("uid", "uid").filter(n -> !n.isNull()));
    Pod.map(spawner, "container_security_context")
        .entries()
        .forEach((key, entry) -> made.put(key, entry.key(), entry.value()));
    return made.build();
  }

  private Mapping podSecurity() {
    return Pod.map(spawner, "pod_security_context");
  }

  /** What the hub's own traits say, else the chart's value. */
  private Optional<Node> one(String trait, String key) {
    return spawner.get(trait).or(() -> user.get(key));
  }

  /** The items of a list, or the values of a map by name, as Kubernetes spells their keys. */
  private static List<Node> values(Optional<Node> listOrMap) {
    Optional<Mapping> map = listOrMap.flatMap(Node::mapping);
    List<Node> items =
        map.isPresent()
            ? map.get().entries().values().stream().map(Mapping.Entry::value).toList()
            : listOrMap.flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
    return items.stream()
        .map(item -> item.mapping().<Node>map(UserPod::spelled).orElse(item))
        .toList();
  }

  private static Mapping spelled(Mapping piece) {
    Mapping.Builder spelled = Mapping.builder(piece.origin());
    piece.entries().forEach((key, e) -> spelled.put(camelCase(key), e.key(), e.value()));
    return spelled.build();
  }

  private static List<Node> named(List<Node> secrets) {
    return secrets.stream()
        .map(
            secret ->
                secret instanceof Scalar
                    ? Mapping.builder(secret.origin()).put("name", secret).build()
                    : secret)
        .toList();
  }

  private static String camelCase(String key) {
    StringBuilder text = new StringBuilder();
    for (String word : key.split("_", -1)) {
      text.append(
          text.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }
}
