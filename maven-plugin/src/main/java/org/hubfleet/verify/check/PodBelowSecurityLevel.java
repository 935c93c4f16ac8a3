package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * A pod that the Pod Security level of its namespace refuses. The level is that of the emitted
 * Namespace; where none is emitted or no level is set, every pod is let in.
 */
final class PodBelowSecurityLevel implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/pod-below-security-level");
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    Optional<Node> level =
        objects.manifests().stream()
            .filter(manifest -> manifest.kind().equals("Namespace"))
            .filter(manifest -> manifest.name().equals(objects.hub().namespace()))
            .flatMap(
                manifest -> Pod.map(manifest.object(), "metadata.labels").get(ENFORCE).stream())
            .findFirst();
    String word = level.flatMap(Node::string).orElse("privileged");
    List<Diagnostic> found = new ArrayList<>();
    if (!word.equals("privileged")) {
      for (Pod pod : objects.pods()) {
        for (SecurityRules.Refusal refusal : SecurityRules.refusals(pod, word)) {
          found.add(
              Complaint.error(
                      objects.hub(),
                      refusal.origin(),
                      RULE,
                      pod.owner()
                          + ": the namespace's level \""
                          + word
                          + "\" refuses "
                          + refusal.what())
                  .related(
                      Complaint.place(objects.hub(), level.orElseThrow().origin()),
                      "the level is set here"));
        }
      }
    }
    return found;
  }
}
