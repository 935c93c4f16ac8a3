package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.Files;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The volumes of the hub's pod and where the hub sees them. No Secret among them is optional: the
 * pod waits until it is there.
 */
final class HubVolumes {
  /** The folder of the hub's configuration. */
  static final String FOLDER = "/usr/local/etc/jupyterhub/";

  private static final String DATABASE = "/srv/jupyterhub";

  private final Values values;
  private final List<Node> volumes = new ArrayList<>();
  private final List<Node> mounts = new ArrayList<>();

  private HubVolumes(Values values) {
    this.values = values;
  }

  /** Those of a hub. */
  static HubVolumes of(Values values) {
    HubVolumes all = new HubVolumes(values);
    all.configuration();
    all.secrets();
    all.files();
    all.database();
    all.volumes.addAll(values.items("hub.extraVolumes"));
    all.mounts.addAll(values.items("hub.extraVolumeMounts"));
    return all;
  }

  Sequence volumes() {
    return Sequence.of(volumes, values.origin("hub.extraVolumes"));
  }

  Sequence mounts() {
    return Sequence.of(mounts, values.origin("hub.extraVolumeMounts"));
  }

  private void configuration() {
    Origin origin = values.hub().clusterOrigin();
    volume("config", "configMap", reference(origin, "name", values.name("hub")));
    for (String file : HubConfig.python(values)) {
      mounts.add(mount(origin, "config", FOLDER + file).put("subPath", file).build());
    }
    mounts.add(mount(origin, "config", FOLDER + "config").build());
    Node snippets = values.derived("hubConfig.snippets");
    if (TraitSheet.isFilled(snippets)) {
      Scalar name = values.name("hub-snippets").from(snippets.origin());
      volume("snippets", "configMap", reference(snippets.origin(), "name", name));
      mounts.add(mount(snippets.origin(), "snippets", FOLDER + "snippets").build());
    }
  }

  private void secrets() {
    Origin origin = values.hub().clusterOrigin();
    volume("secret", "secret", reference(origin, "secretName", values.name("hub")));
    mounts.add(mount(origin, "secret", FOLDER + "secret").build());
    Optional<Node> own = values.node("hub.existingSecret");
    if (own.isPresent()) {
      Origin said = own.get().origin();
      volume("existing-secret", "secret", reference(said, "secretName", own.get()));
      mounts.add(mount(said, "existing-secret", FOLDER + "existing-secret").build());
    }
    SecretFiles given = SecretFiles.of(values);
    if (!given.isEmpty()) {
      Sequence sources = given.sources();
      volume("secrets", "projected", reference(sources.origin(), "sources", sources));
      mounts.add(mount(sources.origin(), "secrets", FOLDER + "secrets").build());
    }
  }

  private void files() {
    Sequence sources = values.derived("files.hub.sources").sequence().orElseThrow();
    if (!sources.items().isEmpty()) {
      volume(Files.VOLUME, "projected", reference(sources.origin(), "sources", sources));
      mounts.addAll(values.derived("files.hub.mounts").sequence().orElseThrow().items());
    }
  }

  private void database() {
    if (!values.string("hub.db.type").equals(Optional.of("sqlite-pvc"))) {
      return;
    }
    Origin origin = values.origin("hub.db.type");
    volume(
        "hub-db-dir",
        "persistentVolumeClaim",
        reference(origin, "claimName", values.name("hub-db-dir")));
    mounts.add(
        mount(origin, "hub-db-dir", DATABASE)
            .put("subPath", values.node("hub.db.pvc.subPath"))
            .build());
  }

  private void volume(String name, String kind, Mapping source) {
    volumes.add(Mapping.builder(source.origin()).put("name", name).put(kind, source).build());
  }

  private static Mapping reference(Origin origin, String field, Node value) {
    return Mapping.builder(origin).put(field, value).build();
  }

  private static Mapping.Builder mount(Origin origin, String name, String path) {
    return Mapping.builder(origin).put("name", name).put("mountPath", path);
  }
}
