package org.hubfleet.capability.folders;

import java.util.List;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.storage.Storage;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Origin;

/**
 * What cannot be done: {@code folders/no-share}, {@code folders/all-homes}, {@code
 * folders/read-only}, {@code folders/unknown-data} and {@code folders/in-the-way}.
 */
record Mistakes(Hub hub, Storage storage, List<Diagnostic> problems) {
  private static final RuleName NO_SHARE = RuleName.of("folders/no-share");
  private static final RuleName ALL_HOMES = RuleName.of("folders/all-homes");
  private static final RuleName READ_ONLY = RuleName.of("folders/read-only");
  private static final RuleName UNKNOWN = RuleName.of("folders/unknown-data");
  private static final RuleName IN_THE_WAY = RuleName.of("folders/in-the-way");

  void of(List<Folder> folders) {
    folders.stream()
        .filter(Folder::isOwn)
        .findFirst()
        .filter(folder -> storage.folders().isEmpty())
        .ifPresent(this::noShare);
    folders.forEach(this::allHomes);
    folders.forEach(this::readOnly);
    folders.forEach(this::unknown);
    for (int i = 0; i < folders.size(); i++) {
      inTheWay(folders.get(i), folders.subList(0, i));
    }
  }

  private void noShare(Folder folder) {
    String cluster = hub.cluster().name();
    problems.add(
        Diagnostic.error(
                folder.why().place(),
                NO_SHARE,
                "folders that people share need a file server, and cluster "
                    + cluster
                    + " has none")
            .hint(
                "write in config/clusters/"
                    + cluster
                    + ".yaml: storage: {folders: {nfs: {server: <address>, path: <exported"
                    + " folder>}}}, or share by a bucket"));
  }

  private void allHomes(Folder folder) {
    if (!folder.isAllHomes()) {
      return;
    }
    if (folder.readers().isEmpty()) {
      wrong(
          folder.at("from"),
          ALL_HOMES,
          "everyone would see the homes of all others",
          "say who may: for: [admins]");
    }
    if (storage.homesOf(hub).isEmpty()) {
      wrong(
          folder.at("from"),
          ALL_HOMES,
          "homes of this hub are not on a file server, so nobody can see all of them",
          "remove the folder, or give homes a file server: home: {kind: share}");
    }
  }

  private void readOnly(Folder folder) {
    if (folder.claim().isPresent() && folder.says("from")) {
      wrong(
          folder.at("claim"),
          READ_ONLY,
          "a folder shows a claim, or what it is from, not both",
          "remove one of the two");
    }
    if (folder.isOfOthers() && (folder.isWrittenByReaders() || folder.says("write"))) {
      wrong(folder.at("write"), READ_ONLY, "data of others is read only", "remove write");
    }
  }

  private void unknown(Folder folder) {
    Set<String> known = storage.data().keySet();
    folder
        .data()
        .filter(name -> !known.contains(name.text()))
        .ifPresent(
            name ->
                wrong(
                    name.origin(),
                    UNKNOWN,
                    "cluster " + hub.cluster().name() + " has no data \"" + name.text() + "\"",
                    Nearest.to(name.text(), List.copyOf(known))
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse(
                            "write in config/clusters/"
                                + hub.cluster().name()
                                + ".yaml: storage: {data: {"
                                + name.text()
                                + ": {nfs: {server: <address>, path: <exported folder>}}}}")));
  }

  private void inTheWay(Folder folder, List<Folder> earlier) {
    String path = folder.path().text();
    Origin place = folder.path().origin();
    if (covers(path, Storage.homePath(hub))) {
      wrong(
          place,
          IN_THE_WAY,
          "people would find the folder " + folder.name() + " in place of their home",
          "give it a path of its own: path: /data/" + folder.name());
    }
    earlier.stream()
        .filter(other -> !covers(other.path().text(), Storage.homePath(hub)))
        .filter(other -> covers(path, other.path().text()) || covers(other.path().text(), path))
        .findFirst()
        .ifPresent(
            other ->
                problems.add(
                    Diagnostic.error(
                            place.place(),
                            IN_THE_WAY,
                            "the folders "
                                + other.name()
                                + " and "
                                + folder.name()
                                + " are one inside the other, at "
                                + path)
                        .hint("give one of them another path")
                        .related(other.path().origin().place(), other.name())));
  }

  private void wrong(Origin where, RuleName rule, String message, String hint) {
    problems.add(Diagnostic.error(where.place(), rule, message).hint(hint));
  }

  /** Whether what is mounted at one path hides, or has to hold, the other. */
  private static boolean covers(String path, String other) {
    return other.equals(path) || other.startsWith(path + "/");
  }
}
