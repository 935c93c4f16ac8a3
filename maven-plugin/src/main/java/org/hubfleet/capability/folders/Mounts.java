package org.hubfleet.capability.folders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.pod.OwnerContainer;
import org.hubfleet.model.Hub;
import org.hubfleet.model.storage.Share;
import org.hubfleet.model.storage.Storage;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Volumes and mounts of folders.
 *
 * <p>What everyone sees is mounted in every server. What groups see, or may write, comes by entries
 * of {@code group_overrides}, whose keys are sorted: first who sees, then who writes, so that
 * writing wins for those who are in both. Each holds the whole mount, because it is merged into
 * what an override may have replaced.
 */
record Mounts(
    Hub hub, Storage storage, Shelf shelf, LoweredValues values, List<Diagnostic> problems) {
  private static final String STORAGE = "singleuser.storage.";
  private static final String SHARED = "folders";
  private static final String GROUPS = "hub.config.KubeSpawner.group_overrides";

  void lower(List<Folder> folders) {
    List<Folder> own = folders.stream().filter(Folder::isOwn).toList();
    if (!own.isEmpty()) {
      share(own);
    }
    volumes(folders);
    for (Folder folder : folders) {
      folder.claim().ifPresent(claim -> promised(folder, claim));
      folder.data().ifPresent(name -> data(folder, name));
      mount(folder);
      values.note("folder " + folder.name(), folder.words());
    }
  }

  /** One volume and one claim for all folders of the hub. */
  private void share(List<Folder> own) {
    Share share = storage.folders().orElseThrow();
    Origin why = hub.tree().keyOrigin("folders").with(share.origin());
    values.fact(
        "folders.share",
        share.volume(why).with("volume", Scalar.string(hub.release() + "-folders", why)));
    String place = share.server().text() + ":" + share.path().text().replaceAll("/+$", "") + "/";
    own.forEach(
        folder -> {
          Scalar subPath = subPath(folder);
          Scalar whole = Scalar.string(place + subPath.text(), subPath.origin().with(why));
          values.fact("folders.kept." + folder.name(), whole);
        });
    volume(SHARED, Scalar.string(SHARED, why), false);
    if (!share.givesOwners()) {
      OwnerContainer owners = new OwnerContainer(hub, shelf, why);
      own.forEach(folder -> owners.add(SHARED, subPath(folder)));
      owners.into(values, "own-folders", problems);
    }
  }

  private void promised(Folder folder, Scalar claim) {
    volume(folder.key(), claim, true);
    values.expect("PersistentVolumeClaim", claim.text(), claim.origin());
  }

  private void data(Folder folder, Scalar name) {
    volume(folder.key(), Scalar.string("data-" + name.text(), name.origin()), true);
  }

  /** A volume and a claim for each data of the cluster that some folder shows. */
  private void volumes(List<Folder> folders) {
    Map<String, Mapping> each = new LinkedHashMap<>();
    for (Folder folder : folders) {
      folder.data().ifPresent(name -> each.putIfAbsent(name.text(), volume(name)));
    }
    if (!each.isEmpty()) {
      Origin why = hub.tree().keyOrigin("folders");
      values.fact("folders.each", Sequence.of(List.copyOf(each.values()), why));
    }
  }

  private Mapping volume(Scalar name) {
    Origin why = name.origin();
    String claim = "data-" + name.text();
    return storage
        .data()
        .get(name.text())
        .volume(why)
        .with("claim", Scalar.string(claim, why))
        .with("volume", Scalar.string(hub.release() + "-" + claim, why));
  }

  private void volume(String name, Scalar claim, boolean readOnly) {
    Origin why = claim.origin();
    Optional<Scalar> never = Optional.of(Scalar.bool(true, why)).filter(yes -> readOnly);
    Mapping source = Mapping.builder(why).put("claimName", claim).put("readOnly", never).build();
    values.entry(
        STORAGE + "extraVolumes",
        name,
        Mapping.builder(why)
            .put("name", Scalar.string(name, why))
            .put("persistentVolumeClaim", source)
            .build());
  }

  private void mount(Folder folder) {
    boolean written = folder.isWrittenByReaders();
    if (folder.readers().isEmpty()) {
      values.entry(STORAGE + "extraVolumeMounts", folder.key(), mounted(folder, written));
    } else {
      values.entry(
          GROUPS,
          folder.key() + "-1-see",
          folder.override(folder.readers(), mounted(folder, written)));
    }
    if (!folder.writers().isEmpty()) {
      values.entry(
          GROUPS,
          folder.key() + "-2-write",
          folder.override(folder.writers(), mounted(folder, true)));
    }
  }

  private Mapping mounted(Folder folder, boolean writable) {
    String volume = folder.isAllHomes() ? "home" : folder.isOfOthers() ? folder.key() : SHARED;
    return Mapping.builder(folder.why())
        .put("name", volume)
        .put("mountPath", folder.path())
        .put("subPath", Optional.of(subPath(folder)).filter(path -> !folder.isOfOthers()))
        .put("readOnly", Scalar.bool(!writable, folder.at("write")))
        .build();
  }

  /** Names of people never begin with an underscore there, so a folder is nobody's home. */
  private Scalar subPath(Folder folder) {
    Scalar whole = Storage.folderOf(hub);
    return Scalar.string(
        folder.isAllHomes() ? whole.text() : whole.text() + "/_" + folder.name(),
        folder.why().with(whole.origin()));
  }
}
