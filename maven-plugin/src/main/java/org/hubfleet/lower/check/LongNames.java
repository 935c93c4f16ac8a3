package org.hubfleet.lower.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;

/**
 * Finds templates of names that long user names overflow: {@code values/name-overflow}. Kubernetes
 * takes 63 characters; KubeSpawner cuts a field that follows the safe scheme at 48. Fields of no
 * fixed length are left alone.
 */
final class LongNames implements ValuesCheck {
  private static final RuleName RULE = RuleName.of("values/name-overflow");
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_SLUG = 48;
  private static final Set<String> SLUGS =
      Set.of(
          "username",
          "servername",
          "user_server",
          "safe_username",
          "safe_servername",
          "safe_user_server");
  private static final List<String> TEMPLATES =
      List.of(
          "singleuser.podNameTemplate",
          "singleuser.storage.dynamic.pvcNameTemplate",
          "singleuser.storage.dynamic.volumeNameTemplate",
          "hub.config.KubeSpawner.pod_name_template",
          "hub.config.KubeSpawner.pvc_name_template",
          "hub.config.KubeSpawner.secret_name_template",
          "hub.config.KubeSpawner.user_namespace_template");

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    for (String path : TEMPLATES) {
      Optional<Node> template = hub.values().node(path).filter(n -> n.origin().isConfigured());
      template
          .flatMap(Node::string)
          .ifPresent(text -> inspect(path, text, template.get(), problems));
    }
  }

  private static void inspect(String path, String text, Node at, List<Diagnostic> problems) {
    TemplateField.Parsed parsed = TemplateField.parse(text);
    long slugs = parsed.fields().stream().filter(field -> SLUGS.contains(field.name())).count();
    long longest = parsed.literal() + slugs * LONGEST_SLUG;
    if (parsed.mistake().isEmpty() && longest > LONGEST_NAME) {
      problems.add(
          Diagnostic.warning(
                  at.origin().place(),
                  RULE,
                  "names made by jupyterhub."
                      + path
                      + " can have "
                      + longest
                      + " characters, of which Kubernetes takes "
                      + LONGEST_NAME)
              .hint("one field such as {user_server} and at most 15 other characters always fit"));
    }
  }
}
