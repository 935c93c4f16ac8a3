package org.hubfleet.lower.derive.puller;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The images that servers can start from, each once, as {@code {name, image, pullPolicy}}: name of
 * the container that fetches it, and the policy with which servers fetch it.
 */
final class PulledImages {
  private static final String SERVER = "singleuser";
  private static final String OVERRIDE = "kubespawner_override";

  private final Map<String, Mapping> images = new LinkedHashMap<>();
  private final ContainerNames names = new ContainerNames();
  private final Values values;

  private PulledImages(Values values) {
    this.values = values;
  }

  /** The list, in the order: metadata blocker, servers, their helpers, profiles, extra images. */
  static Sequence of(Values values) {
    PulledImages all = new PulledImages(values);
    all.addServer();
    if (values.isTrue("prePuller.pullProfileListImages")) {
      all.addProfiles();
    }
    all.addExtra();
    return Sequence.of(List.copyOf(all.images.values()), values.hub().clusterOrigin());
  }

  private void addServer() {
    if (values.isTrue("singleuser.cloudMetadata.blockWithIptables")) {
      add(
          "metadata-block",
          values.derived("images.network-tools"),
          values.node("singleuser.networkTools.image.pullPolicy"));
    }
    add(SERVER, values.derived("images.singleuser"), serverPolicy());
    List<Node> helpers = new ArrayList<>(values.items("singleuser.initContainers"));
    helpers.addAll(values.items("singleuser.extraContainers"));
    for (int i = 0; i < helpers.size(); i++) {
      Node container = helpers.get(i);
      String name = "singleuser-init-and-extra-containers-" + i;
      container.get("image").ifPresent(image -> add(name, image, container.get("imagePullPolicy")));
    }
  }

  private Optional<Node> serverPolicy() {
    return values.node("singleuser.image.pullPolicy");
  }

  private void addProfiles() {
    profiles().forEach(this::addProfile);
  }

  /** Profiles by their key, or by their number where they are a list. */
  private Map<String, Node> profiles() {
    Map<String, Node> profiles = new LinkedHashMap<>();
    List<Node> items = values.items("singleuser.profileList");
    for (int i = 0; i < items.size(); i++) {
      profiles.put(Integer.toString(i), items.get(i));
    }
    values
        .entries("singleuser.profileList")
        .forEach((key, entry) -> profiles.put(key, entry.value()));
    return profiles;
  }

  private void addProfile(String key, Node profile) {
    addOverride("singleuser-profilelist-" + key, profile);
    below(profile, "profile_options")
        .forEach(
            (option, described) ->
                below(described.value(), "choices")
                    .forEach(
                        (choice, chosen) ->
                            addOverride(
                                "profile-" + key + "-option-" + option + "-" + choice,
                                chosen.value())));
  }

  private static Map<String, Mapping.Entry> below(Node node, String key) {
    return node.get(key).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }

  private void addOverride(String name, Node profile) {
    Optional<Node> override = profile.get(OVERRIDE);
    Optional<Node> policy =
        override.flatMap(fields -> fields.get("image_pull_policy")).or(this::serverPolicy);
    override.flatMap(fields -> fields.get("image")).ifPresent(image -> add(name, image, policy));
  }

  private void addExtra() {
    values
        .entries("prePuller.extraImages")
        .forEach(
            (key, entry) ->
                image(entry.value())
                    .ifPresent(image -> add(key, image, entry.value().get("pullPolicy"))));
  }

  private static Optional<Node> image(Node described) {
    Optional<String> tag =
        described.get("tag").flatMap(Node::string).filter(text -> !text.isEmpty());
    return described
        .get("name")
        .flatMap(Node::string)
        .map(name -> tag.map(text -> name + ":" + text).orElse(name))
        .map(text -> Scalar.string(text, origin(described)));
  }

  private static Origin origin(Node described) {
    return described.get("tag").or(() -> described.get("name")).orElse(described).origin();
  }

  /** An image that holds a field such as {@code {username}} is another one for every person. */
  private void add(String name, Node image, Optional<Node> policy) {
    Optional<String> text =
        image.string().filter(found -> !found.isEmpty() && found.indexOf('{') < 0);
    if (text.isEmpty() || images.containsKey(text.get())) {
      return;
    }
    images.put(
        text.get(),
        Mapping.builder(image.origin())
            .put("name", names.of("image-pull-" + name))
            .put("image", image)
            .put(
                "pullPolicy",
                policy.filter(found -> found.string().filter(word -> !word.isEmpty()).isPresent()))
            .build());
  }
}
