package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * Something names a device claim or a container that its pod does not have; the API server refuses
 * the pod.
 */
final class NameNotInPod implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/name-not-in-pod");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    List<Diagnostic> found = new ArrayList<>();
    for (Pod pod : objects.pods()) {
      List<String> claims =
          Pod.items(pod.spec(), "resourceClaims").stream().map(c -> Pod.text(c, "name")).toList();
      for (Pod.Container container : pod.containers()) {
        for (Node claim : Pod.items(container.tree(), "resources.claims")) {
          judge(objects.hub(), pod.owner(), claim, "name", "claim", claims, found);
        }
      }
    }
    for (Manifest manifest : objects.manifests()) {
      Pod.emitted(manifest).ifPresent(pod -> failures(objects.hub(), manifest, pod, found));
    }
    return found;
  }

  /** The containers whose exit codes a job looks at. */
  private static void failures(Hub hub, Manifest manifest, Pod pod, List<Diagnostic> found) {
    List<String> containers =
        Stream.of("containers", "initContainers")
            .flatMap(list -> Pod.items(pod.spec(), list).stream())
            .map(container -> Pod.text(container, "name"))
            .toList();
    String job = manifest.kind().equals("CronJob") ? "spec.jobTemplate.spec." : "spec.";
    for (Node rule : Pod.items(manifest.object(), job + "podFailurePolicy.rules")) {
      rule.get("onExitCodes")
          .ifPresent(
              codes ->
                  judge(
                      hub, manifest.id(), codes, "containerName", "container", containers, found));
    }
  }

  private static void judge(
      Hub hub,
      String owner,
      Node from,
      String field,
      String what,
      List<String> known,
      List<Diagnostic> found) {
    String name = Pod.text(from, field);
    if (!name.isEmpty() && !known.contains(name)) {
      Diagnostic problem =
          Complaint.error(
              hub,
              from.get(field).orElse(from).origin(),
              RULE,
              owner + " names the " + what + " \"" + name + "\", which the pod does not have");
      found.add(
          Nearest.to(name, known)
              .map(near -> problem.hint("did you mean \"" + near + "\"?"))
              .orElse(problem));
    }
  }
}
