package org.hubfleet.capability.folders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.storage.Storage;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * Lowers {@code folders} to mounts of every server, and to {@code group_overrides} where groups get
 * more than others.
 *
 * <p>Reports {@code folders/replaced-mounts} beside what {@link Mistakes} reports.
 */
public final class SharedFolders implements Capability {
  private static final RuleName REPLACED = RuleName.of("folders/replaced-mounts");
  private static final List<String> LISTS =
      List.of("hub.config.KubeSpawner.volume_mounts", "hub.config.KubeSpawner.volumes");
  private static final String ELSEWHERE = "hub.config.Spawner.group_overrides";

  private final Shelf shelf;

  public SharedFolders(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    List<Folder> folders = of(hub);
    Storage storage = Storage.of(hub.cluster(), shelf);
    if (folders.isEmpty() || storage.isBroken()) {
      return Mapping.empty(hub.clusterOrigin());
    }
    int before = problems.size();
    new Mistakes(hub, storage, problems).of(folders);
    LoweredValues values = new LoweredValues(hub.tree().keyOrigin("folders"));
    if (problems.size() == before) {
      new Mounts(hub, storage, shelf, values, problems).lower(folders);
    }
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    if (of(effective.hub()).isEmpty()) {
      return;
    }
    for (String path : LISTS) {
      effective
          .node(path)
          .filter(node -> node instanceof Sequence)
          .ifPresent(
              list ->
                  problems.add(
                      replaced(
                          list,
                          "this list takes the place of all mounts, those of folders too, and "
                              + "whoever gets a folder by group would lose the rest",
                          "write a map by name, or use singleuser.storage")));
    }
    effective
        .node(ELSEWHERE)
        .ifPresent(
            node ->
                problems.add(
                    replaced(
                        node,
                        "the folders of groups stand below KubeSpawner, so nothing reads this",
                        "write it below hub.config.KubeSpawner.group_overrides")));
  }

  private static Diagnostic replaced(Node node, String what, String hint) {
    return Diagnostic.error(node.origin().place(), REPLACED, what).hint(hint);
  }

  private static List<Folder> of(Hub hub) {
    List<Folder> found = new ArrayList<>();
    Optional<Mapping> folders = hub.tree().get("folders").flatMap(Node::mapping);
    folders.ifPresent(
        map ->
            map.entries()
                .forEach(
                    (name, entry) ->
                        found.add(
                            new Folder(name, entry.value(), entry.key(), Storage.homePath(hub)))));
    return found;
  }
}
