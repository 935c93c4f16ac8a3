package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/** A container mounts a volume that its pod does not have; the API server refuses the pod. */
final class MountWithoutVolume implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/mount-without-volume");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (Pod pod : objects.pods()) {
      List<String> volumes =
          Stream.concat(
                  pod.claims().stream(),
                  Pod.items(pod.spec(), "volumes").stream().map(volume -> Pod.text(volume, "name")))
              .toList();
      for (Pod.Container container : pod.containers()) {
        for (Node mount : mounts(container)) {
          Optional<Node> name = mount.get("name");
          if (name.flatMap(Node::string).isPresent()
              && !volumes.contains(name.get().string().get())) {
            found.add(problem(objects.blueprint(), pod, container, name.get(), volumes));
          }
        }
      }
    }
    return found;
  }

  private static List<Node> mounts(Pod.Container container) {
    return Stream.of("volumeMounts", "volumeDevices")
        .flatMap(list -> container.list(list).stream())
        .toList();
  }

  private static Diagnostic problem(
      Blueprint blueprint, Pod pod, Pod.Container container, Node name, List<String> volumes) {
    String wanted = name.string().orElseThrow();
    return Complaint.error(
            blueprint.hub(),
            name.origin(),
            RULE,
            pod.owner()
                + ": the container \""
                + container.name()
                + "\" mounts the volume \""
                + wanted
                + "\", which the pod does not have")
        .hint(
            Nearest.to(wanted, volumes)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(
                    volumes.isEmpty()
                        ? "the pod has no volumes"
                        : "its volumes are " + String.join(", ", volumes)));
  }
}
