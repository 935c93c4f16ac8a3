package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.Environment;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/** What KubeSpawner is told about the servers of people, all but their storage and their nodes. */
final class SpawnerTraits {
  private static final Map<String, String> COPIED = new LinkedHashMap<>();
  private static final Map<String, String> FILLED = new LinkedHashMap<>();

  static {
    COPIED.put("pod_name_template", "podNameTemplate");
    COPIED.put("start_timeout", "startTimeout");
    COPIED.put("events_enabled", "events");
    COPIED.put("uid", "uid");
    COPIED.put("fs_gid", "fsGid");
    COPIED.put("service_account", "serviceAccountName");
    COPIED.put("mem_limit", "memory.limit");
    COPIED.put("mem_guarantee", "memory.guarantee");
    COPIED.put("cpu_limit", "cpu.limit");
    COPIED.put("cpu_guarantee", "cpu.guarantee");
    FILLED.put("extra_labels", "extraLabels");
    FILLED.put("extra_annotations", "extraAnnotations");
    FILLED.put("lifecycle_hooks", "lifecycleHooks");
    FILLED.put("extra_containers", "extraContainers");
    FILLED.put("extra_resource_limits", "extraResource.limits");
    FILLED.put("extra_resource_guarantees", "extraResource.guarantees");
    FILLED.put("extra_pod_config", "extraPodConfig");
  }

  private SpawnerTraits() {}

  static void add(TraitSheet sheet) {
    Values values = sheet.values();
    sheet.set("KubeSpawner.common_labels", labels(values));
    sheet.set("KubeSpawner.image", values.derived("images.singleuser"));
    COPIED.forEach((trait, key) -> sheet.copy("KubeSpawner." + trait, "singleuser." + key));
    FILLED.forEach((trait, key) -> sheet.copyFilled("KubeSpawner." + trait, "singleuser." + key));
    Node pullSecrets = values.derived("pullSecrets.singleuser");
    if (TraitSheet.isFilled(pullSecrets)) {
      sheet.set("KubeSpawner.image_pull_secrets", pullSecrets);
    }
    values
        .node("singleuser.image.pullPolicy")
        .filter(SpawnerTraits::isText)
        .ifPresent(policy -> sheet.set("KubeSpawner.image_pull_policy", policy));
    profiles(values).ifPresent(list -> sheet.set("KubeSpawner.profile_list", list));
    escalation(sheet);
    environment(sheet);
    initContainers(sheet);
    sheet.copy("Spawner.cmd", "singleuser.cmd");
    sheet.copy("Spawner.default_url", "singleuser.defaultUrl");
  }

  private static void escalation(TraitSheet sheet) {
    Values values = sheet.values();
    String path = "singleuser.allowPrivilegeEscalation";
    // Without a value KubeSpawner forbids it; null is what leaves the field out.
    sheet.set(
        "KubeSpawner.allow_privilege_escalation",
        values.node(path).orElseGet(() -> Scalar.nothing(values.origin(path))));
  }

  /** A map of profiles as the list that KubeSpawner 7.0 wants, sorted by key as 7.1 does it. */
  private static Optional<Sequence> profiles(Values values) {
    String path = "singleuser.profileList";
    List<Node> listed = new ArrayList<>(values.items(path));
    new TreeMap<>(values.entries(path)).forEach((key, entry) -> listed.add(entry.value()));
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(Sequence.of(listed, values.origin(path)));
  }

  /** Labels of servers and their claims, such that the network policies' selectors fit. */
  private static Mapping labels(Values values) {
    Node pod = values.derived("labels.singleuser-server.object");
    Mapping.Builder labels = Mapping.builder(pod.origin());
    for (String label :
        List.of(
            "app",
            "release",
            "chart",
            "app.kubernetes.io/name",
            "app.kubernetes.io/instance",
            "helm.sh/chart")) {
      labels.put(label, pod.get(label));
    }
    return labels.put("app.kubernetes.io/managed-by", "kubespawner").build();
  }

  private static void environment(TraitSheet sheet) {
    Values values = sheet.values();
    String path = "singleuser.extraEnv";
    Mapping.Builder environment = Mapping.builder(values.origin(path));
    Environment.people(values, path)
        .forEach(
            variable ->
                variable
                    .get("name")
                    .flatMap(Node::string)
                    .ifPresent(name -> environment.put(name, value(variable))));
    Mapping all = environment.build();
    if (!all.isEmpty()) {
      sheet.set("KubeSpawner.environment", all);
    }
  }

  /** Plain text as such, anything else as an EnvVar. */
  private static Node value(Mapping variable) {
    boolean plain = variable.entries().keySet().equals(Set.of("name", "value"));
    return plain ? variable.get("value").orElseThrow() : variable;
  }

  private static void initContainers(TraitSheet sheet) {
    Values values = sheet.values();
    List<Node> containers = new ArrayList<>(values.items("singleuser.initContainers"));
    containers.addAll(values.derived("pulled.containers").sequence().orElseThrow().items());
    if (values.isTrue("singleuser.cloudMetadata.blockWithIptables")) {
      containers.add(metadataBlock(values));
    }
    if (!containers.isEmpty()) {
      sheet.set(
          "KubeSpawner.init_containers",
          Sequence.of(containers, Origin.of(containers.stream().map(Node::origin).toList())));
    }
  }

  /** The privileged container that closes the cloud's metadata address before a server starts. */
  private static Mapping metadataBlock(Values values) {
    Origin origin = values.origin("singleuser.cloudMetadata.blockWithIptables");
    Mapping security =
        Mapping.builder(origin)
            .put("runAsUser", Scalar.integer(0, origin))
            .put("privileged", Scalar.bool(true, origin))
            .put(
                "capabilities",
                Mapping.builder(origin).put("add", list(origin, "NET_ADMIN")).build())
            .build();
    Scalar address =
        values.text(
            values.string("singleuser.cloudMetadata.ip").orElse(""), "singleuser.cloudMetadata.ip");
    List<Node> command = new ArrayList<>();
    for (String word :
        List.of("iptables", "--append", "OUTPUT", "--protocol", "tcp", "--destination")) {
      command.add(Scalar.string(word, origin));
    }
    command.add(address);
    for (String word : List.of("--destination-port", "80", "--jump", "DROP")) {
      command.add(Scalar.string(word, origin));
    }
    return Mapping.builder(origin)
        .put("name", "block-cloud-metadata")
        .put("image", values.derived("images").get("network-tools"))
        .put(
            "imagePullPolicy",
            values.node("singleuser.networkTools.image.pullPolicy").filter(SpawnerTraits::isText))
        .put("command", Sequence.of(command, origin))
        .put("securityContext", security)
        .put(
            "resources",
            values.node("singleuser.networkTools.resources").filter(TraitSheet::isFilled))
        .build();
  }

  private static boolean isText(Node node) {
    return node.string().map(text -> !text.isEmpty()).orElse(false);
  }

  private static Sequence list(Origin origin, String... texts) {
    return Sequence.of(
        List.of(texts).stream().map(text -> Scalar.string(text, origin)).toList(), origin);
  }
}
