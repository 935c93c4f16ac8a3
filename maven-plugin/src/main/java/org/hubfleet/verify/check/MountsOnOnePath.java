package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/** Two volumes are mounted at one path of a container: one would hide the other. */
final class MountsOnOnePath implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/mounts-on-one-path");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (Pod pod : objects.pods()) {
      for (Pod.Container container : pod.containers()) {
        Map<String, Node> seen = new LinkedHashMap<>();
        for (Node mount : container.list("volumeMounts")) {
          Optional<Node> path = mount.get("mountPath").filter(node -> node.string().isPresent());
          Optional<Node> first =
              path.flatMap(node -> Optional.ofNullable(seen.putIfAbsent(plain(node), node)));
          if (first.isPresent() && !saidAlready(pod, path.get(), first.get())) {
            found.add(
                Complaint.error(
                        objects.hub(),
                        path.get().origin(),
                        RULE,
                        pod.owner()
                            + ": the container \""
                            + container.name()
                            + "\" has two mounts on "
                            + plain(path.get()))
                    .related(
                        Complaint.place(objects.hub(), first.get().origin()), "the first of them"));
          }
        }
      }
    }
    return found;
  }

  /** Equal spellings in an emitted object are a repeated item of its list. */
  private static boolean saidAlready(Pod pod, Node path, Node first) {
    return !pod.path().isEmpty() && path.string().equals(first.string());
  }

  private static String plain(Node path) {
    String text = path.string().orElseThrow();
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
