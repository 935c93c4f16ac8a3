package org.hubfleet.capability.life;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Node;

/**
 * Finds hubs that delete what people made because they were away: {@code life/homes-deleted}.
 *
 * <p>KubeSpawner deletes a claim that it made with the person, and that of a named server with that
 * server, unless its trait {@code delete_pvc} is false. The idle culler does either where {@code
 * cull.users} or {@code cull.removeNamedServers} ask for it.
 */
final class DeletedHomes {
  private static final RuleName RULE = RuleName.of("life/homes-deleted");

  private DeletedHomes() {}

  static void inspect(Values values, List<Diagnostic> problems) {
    boolean own = values.string("singleuser.storage.type").filter("dynamic"::equals).isPresent();
    boolean kept =
        trait(values, "delete_pvc")
            .flatMap(Node::scalar)
            .filter(said -> !said.isTrue())
            .isPresent();
    if (!own || kept || !values.isTrue("cull.enabled")) {
      return;
    }
    if (values.isTrue("cull.users")) {
      problems.add(problem(values, "cull.users", "people who were away"));
    } else if (values.isTrue("cull.removeNamedServers")
        && values.isTrue("hub.allowNamedServers")
        && isPerServer(values)) {
      problems.add(problem(values, "cull.removeNamedServers", "named servers that were idle"));
    }
  }

  private static Optional<Node> trait(Values values, String name) {
    return values.node("hub.config.KubeSpawner." + name);
  }

  /** Whether each server has a claim of its own, as by default. */
  private static boolean isPerServer(Values values) {
    return trait(values, "pvc_name_template")
        .or(() -> values.node("singleuser.storage.dynamic.pvcNameTemplate"))
        .flatMap(Node::string)
        .map(template -> template.contains("server"))
        .orElse(true);
  }

  private static Diagnostic problem(Values values, String path, String who) {
    return Diagnostic.error(
            values.origin(path).place(),
            RULE,
            "homes of " + who + " are deleted: a volume of one's own goes with whom it is for")
        .hint(
            "leave this out, or keep volumes with overrides:"
                + " jupyterhub.hub.config.KubeSpawner.delete_pvc: false");
  }
}
