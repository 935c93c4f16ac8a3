package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/** {@code scratchDisk}: the one volume of the node's disk that every server gets. */
final class ScratchDiskLines implements Lifter {
  private static final String STORAGE = "singleuser.storage.";
  private static final ValuePath VOLUMES = ValuePath.of("singleuser", "storage", "extraVolumes");
  private static final ValuePath MOUNTS =
      ValuePath.of("singleuser", "storage", "extraVolumeMounts");
  private static final String OURS = "scratch-disk";

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    for (Map.Entry<String, Mapping.Entry> one : told.entries(STORAGE + "extraVolumes").entrySet()) {
      Node volume = one.getValue().value();
      Optional<Node> size = volume.at("emptyDir.sizeLimit");
      Optional<String> name = volume.get("name").flatMap(Node::string);
      if (size.isPresent() && name.isPresent()) {
        mount(told, name.get())
            .flatMap(mount -> disk(one.getKey(), size.get(), mount))
            .ifPresent(found::add);
      }
    }
    return found.size() == 1 ? found : List.of();
  }

  private static Optional<Map.Entry<String, Mapping.Entry>> mount(Told told, String volume) {
    return told.entries(STORAGE + "extraVolumeMounts").entrySet().stream()
        .filter(
            one ->
                one.getValue()
                    .value()
                    .get("name")
                    .flatMap(Node::string)
                    .filter(volume::equals)
                    .isPresent())
        .reduce((first, second) -> second);
  }

  private static Optional<Proposal> disk(
      String volume, Node size, Map.Entry<String, Mapping.Entry> mount) {
    Optional<Scalar> path = mount.getValue().value().get("mountPath").flatMap(Node::scalar);
    return path.map(
        where -> {
          Mapping wish =
              Mapping.builder(size.origin()).put("size", size).put("path", where).build();
          ValuePath disk = VOLUMES.key(volume);
          ValuePath mounted = MOUNTS.key(mount.getKey());
          return new Proposal(
              "scratchDisk",
              Told.line("scratchDisk", wish),
              List.of(disk, mounted),
              Map.of(
                  disk.key("emptyDir").key("sizeLimit"),
                  VOLUMES.key(OURS).key("emptyDir").key("sizeLimit"),
                  mounted.key("mountPath"),
                  MOUNTS.key(OURS).key("mountPath")));
        });
  }
}
