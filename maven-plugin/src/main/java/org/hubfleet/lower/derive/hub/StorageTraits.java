package org.hubfleet.lower.derive.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.Files;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * What KubeSpawner is told about the volumes of servers: homes, files, and further ones.
 *
 * <p>Volumes and mounts are maps, so that profiles and people can add to them by key: a volume's
 * key is its name, the home's mount has the home volume's, a file's {@code files-<key>}; of lists
 * that people give, volumes take their names and mounts {@code <index>-<name>}.
 */
final class StorageTraits {
  private static final String STORAGE = "singleuser.storage.";

  private final TraitSheet sheet;
  private final Values values;
  private final Mapping.Builder volumes;
  private final Mapping.Builder mounts;

  private StorageTraits(TraitSheet sheet) {
    this.sheet = sheet;
    values = sheet.values();
    Origin origin = values.origin("singleuser.storage");
    volumes = Mapping.builder(origin);
    mounts = Mapping.builder(origin);
  }

  static void add(TraitSheet sheet) {
    StorageTraits storage = new StorageTraits(sheet);
    storage.homes();
    storage.pulled();
    storage.files(storage.values.derived("files.singleuser"));
    storage.more();
    sheet.copyFilled("KubeSpawner.storage_extra_labels", STORAGE + "extraLabels");
    sheet.set("KubeSpawner.volumes", storage.volumes.build());
    sheet.set("KubeSpawner.volume_mounts", storage.mounts.build());
  }

  private void homes() {
    switch (values.string(STORAGE + "type").orElse("")) {
      case "dynamic" -> dynamic();
      case "static" -> home(values.node(STORAGE + "static.pvcName"));
      default -> {
        // none: servers forget everything when they stop
      }
    }
  }

  private void dynamic() {
    Origin type = values.origin(STORAGE + "type");
    sheet.set("KubeSpawner.storage_pvc_ensure", Scalar.bool(true, type));
    sheet.copy("KubeSpawner.pvc_name_template", STORAGE + "dynamic.pvcNameTemplate");
    sheet.copy("KubeSpawner.storage_class", STORAGE + "dynamic.storageClass");
    sheet.copy("KubeSpawner.storage_access_modes", STORAGE + "dynamic.storageAccessModes");
    sheet.copy("KubeSpawner.storage_capacity", STORAGE + "capacity");
    home(Optional.of(Scalar.string("{pvc_name}", type)));
  }

  private void home(Optional<Node> claim) {
    Mapping mount = HomeMount.of(values).orElseThrow();
    Scalar name = (Scalar) mount.get("name").orElseThrow();
    Origin origin = name.origin();
    volumes.put(
        name.text(),
        Mapping.builder(origin)
            .put("name", name)
            .put("persistentVolumeClaim", Mapping.builder(origin).put("claimName", claim).build())
            .build());
    mounts.put(name.text(), mount);
  }

  /** What repositories need where homes are not kept. */
  private void pulled() {
    add(values.derived("pulled.volumes"), volumes);
    add(values.derived("pulled.mounts"), mounts);
  }

  private static void add(Node map, Mapping.Builder target) {
    map.mapping()
        .orElseThrow()
        .entries()
        .forEach((key, entry) -> target.put(key, entry.key(), entry.value()));
  }

  private void files(Node files) {
    Sequence made = files.get("mounts").flatMap(Node::sequence).orElseThrow();
    if (made.items().isEmpty()) {
      return;
    }
    volumes.put(
        Files.VOLUME,
        Mapping.builder(made.origin())
            .put("name", Files.VOLUME)
            .put(
                "projected",
                Mapping.builder(made.origin()).put("sources", files.get("sources")).build())
            .build());
    for (Node mount : made.items()) {
      mounts.put(
          Files.VOLUME + "-" + mount.get("subPath").flatMap(Node::string).orElseThrow(), mount);
    }
  }

  private void more() {
    String extraVolumes = STORAGE + "extraVolumes";
    for (Node volume : values.items(extraVolumes)) {
      name(volume).ifPresent(name -> volumes.put(name, volume));
    }
    keyed(extraVolumes, volumes);
    List<Node> listed = values.items(STORAGE + "extraVolumeMounts");
    for (int index = 0; index < listed.size(); index++) {
      Node mount = listed.get(index);
      String key = index + "-" + name(mount).orElse("");
      mounts.put(key, mount);
    }
    keyed(STORAGE + "extraVolumeMounts", mounts);
  }

  private void keyed(String path, Mapping.Builder target) {
    for (Map.Entry<String, Mapping.Entry> entry : values.entries(path).entrySet()) {
      target.put(entry.getKey(), entry.getValue().key(), entry.getValue().value());
    }
  }

  private static Optional<String> name(Node node) {
    return node.get("name").flatMap(Node::string);
  }
}
