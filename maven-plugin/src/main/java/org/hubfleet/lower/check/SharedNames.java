package org.hubfleet.lower.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;

/**
 * Finds templates that give two servers one pod: {@code values/shared-name}. What the fields hold
 * is unlike for each person and server, so that one of each is there is enough.
 */
final class SharedNames implements ValuesCheck {
  private static final RuleName SHARED = RuleName.of("values/shared-name");
  private static final List<String> PODS =
      List.of("hub.config.KubeSpawner.pod_name_template", "singleuser.podNameTemplate");
  private static final Set<String> BOTH =
      Set.of("user_server", "safe_user_server", "escaped_user_server");

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    boolean apart = hub.values().isTrue("hub.config.KubeSpawner.enable_user_namespaces");
    boolean named = hub.values().isTrue("hub.allowNamedServers");
    PODS.stream()
        .flatMap(path -> hub.values().node(path).stream())
        .filter(node -> node.origin().isConfigured())
        .findFirst()
        .flatMap(template -> problem(template, apart, named))
        .ifPresent(problems::add);
  }

  private static Optional<Diagnostic> problem(Node template, boolean apart, boolean named) {
    String text = template.string().orElse("");
    List<String> fields =
        TemplateField.parse(text).fields().stream().map(TemplateField::name).toList();
    boolean both = fields.stream().anyMatch(BOTH::contains);
    boolean person =
        both
            || apart
            || fields.stream().anyMatch(name -> name.endsWith("username") || name.equals("userid"));
    boolean server = both || fields.stream().anyMatch(name -> name.endsWith("servername"));
    if (!person) {
      return Optional.of(shared(template, "the servers of all people"));
    }
    if (named && !server) {
      return Optional.of(shared(template, "all named servers of a person"));
    }
    return Optional.empty();
  }

  private static Diagnostic shared(Node template, String who) {
    return Diagnostic.error(
            template.origin().place(),
            SHARED,
            who + " would have one pod, so only the first of them starts")
        .hint("write jupyter-{user_server}, or leave it out");
  }
}
