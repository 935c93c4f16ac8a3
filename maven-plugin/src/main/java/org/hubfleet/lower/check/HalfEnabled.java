package org.hubfleet.lower.check;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/** Finds features that are switched on and lack what they need: {@code values/half-enabled}. */
final class HalfEnabled implements ValuesCheck {
  private static final RuleName RULE = RuleName.of("values/half-enabled");

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    Values values = hub.values();
    if (is(values, "singleuser.storage.type", "static")) {
      need(hub, "singleuser.storage.type", "singleuser.storage.static.pvcName", problems);
    }
    boolean server =
        is(values, "hub.db.type", "mysql")
            || is(values, "hub.db.type", "postgres")
            || is(values, "hub.db.type", "other");
    if (server) {
      need(hub, "hub.db.type", "hub.db.url", problems);
    }
    if (values.isTrue("imagePullSecret.create")
        && !isSecret(hub, "jupyterhub.imagePullSecret")
        && !isSecret(hub, "jupyterhub.imagePullSecret.password")) {
      problems.add(
          Diagnostic.error(
                  values.origin("imagePullSecret.create").place(),
                  RULE,
                  "the pull secret is switched on, but nothing says where its content comes from")
              .hint(
                  "write jupyterhub.imagePullSecret: {secret: <name>} under secrets, with a Secret of type kubernetes.io/dockerconfigjson"));
    }
  }

  private static boolean is(Values values, String path, String text) {
    return values.string(path).filter(text::equals).isPresent();
  }

  private static void need(Checked hub, String because, String path, List<Diagnostic> problems) {
    Values values = hub.values();
    if (values.node(path).isEmpty() && !isSecret(hub, "jupyterhub." + path)) {
      problems.add(
          Diagnostic.error(
                  hub.blame(values.node(because).orElseThrow()),
                  RULE,
                  "jupyterhub."
                      + because
                      + " is "
                      + values.string(because).orElseThrow()
                      + ", which needs jupyterhub."
                      + path)
              .hint("set jupyterhub." + path));
    }
  }

  private static boolean isSecret(Checked hub, String path) {
    return lines(hub).filter(lines -> lines.get(path).isPresent()).isPresent();
  }

  private static Optional<Mapping> lines(Checked hub) {
    return hub.values().hub().tree().get("secrets").flatMap(Node::mapping);
  }
}
