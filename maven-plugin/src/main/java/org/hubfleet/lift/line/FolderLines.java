package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.ValuePath;

/**
 * {@code folders}: mounts of the file server that homes are on, of a folder beside them for
 * everyone, or of all homes for admins, as a wrapping chart has them.
 */
final class FolderLines implements Lifter {
  private static final ValuePath MOUNTS =
      ValuePath.of("singleuser", "storage", "extraVolumeMounts");
  private static final ValuePath OF_ADMINS =
      ValuePath.of("custom", "singleuserAdmin", "extraVolumeMounts");
  private static final ValuePath OVERRIDES =
      ValuePath.of("hub", "config", "KubeSpawner", "group_overrides");
  private static final String HOMES = "home";

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    told.entries(MOUNTS.toString())
        .forEach((key, entry) -> shared(key, entry.value()).ifPresent(found::add));
    told.entries(OF_ADMINS.toString())
        .forEach((key, entry) -> homes(key, entry.value()).ifPresent(found::add));
    return found;
  }

  /** A folder that lies beside the homes. */
  private static Optional<Proposal> shared(String key, Node mount) {
    boolean beside =
        isOfHomes(mount)
            && mount
                .get("subPath")
                .flatMap(Node::string)
                .filter(p -> p.startsWith("_"))
                .isPresent();
    return path(mount)
        .filter(where -> beside)
        .map(
            where -> {
              String name = name(where);
              Mapping.Builder wish = Mapping.builder(mount.origin()).put("path", where);
              wish.put("write", Scalar.bool(isWritable(mount), mount.origin()));
              return proposal(
                  name, wish.build(), MOUNTS.key(key), mount, MOUNTS.key("folder-" + name));
            });
  }

  /** The homes of all, which take a file server. */
  private static Optional<Proposal> homes(String key, Node mount) {
    boolean all = isOfHomes(mount) && mount.get("subPath").isEmpty();
    return path(mount)
        .filter(where -> all)
        .map(
            where -> {
              Origin why = mount.origin();
              String name = name(where);
              Mapping wish =
                  Mapping.builder(why)
                      .put("from", "homes")
                      .put("for", Sequence.of(List.of(Scalar.string("admins", why)), why))
                      .put("path", where)
                      .put("write", Scalar.bool(isWritable(mount), why))
                      .build();
              ValuePath to =
                  OVERRIDES
                      .key("folder-" + name + "-1-see")
                      .key("spawner_override")
                      .key("volume_mounts")
                      .key("folder-" + name);
              return proposal(name, wish, OF_ADMINS.key(key), mount, to);
            });
  }

  private static Proposal proposal(
      String name, Mapping wish, ValuePath from, Node mount, ValuePath to) {
    Mapping folder = Mapping.builder(mount.origin()).put(name, wish).build();
    Map<ValuePath, ValuePath> elsewhere = new LinkedHashMap<>();
    for (String key : mount.mapping().orElseThrow().entries().keySet()) {
      elsewhere.put(from.key(key), to.key(key));
    }
    Scalar share = Scalar.string("share", mount.origin());
    Mapping lines = TreeMerge.merge(Told.line("home.kind", share), Told.line("folders", folder));
    return new Proposal("folders", lines, List.copyOf(elsewhere.keySet()), elsewhere);
  }

  private static boolean isOfHomes(Node mount) {
    return mount.get("name").flatMap(Node::string).filter(HOMES::equals).isPresent();
  }

  private static boolean isWritable(Node mount) {
    return mount.get("readOnly").filter(Node::isTrue).isEmpty();
  }

  private static Optional<Scalar> path(Node mount) {
    return mount.get("mountPath").flatMap(Node::scalar);
  }

  /** What lines call a folder that people find there. */
  private static String name(Scalar path) {
    String[] parts = path.text().split("/", -1);
    boolean usual = parts.length < 3 || path.text().startsWith("/home/jovyan/");
    String last = parts[parts.length - 1];
    return (usual ? last : last + "-" + parts[parts.length - 2]).replaceAll("[^a-z0-9]+", "-");
  }
}
