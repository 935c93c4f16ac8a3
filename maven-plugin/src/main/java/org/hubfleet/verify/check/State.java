package org.hubfleet.verify.check;

import org.hubfleet.lower.Blueprint;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;

/** Which objects hold what people made, or what holds it. */
enum State {
  NAMESPACE("the namespace around people's homes"),
  VOLUME("what people made"),
  TOKENS("the tokens that keep people logged in"),
  NONE("");

  private final String holds;

  State(String holds) {
    this.holds = holds;
  }

  /** What is lost with it, for people. */
  String holds() {
    return holds;
  }

  static State of(Blueprint blueprint, Manifest manifest) {
    return switch (manifest.kind()) {
      case "Namespace" -> NAMESPACE;
      case "PersistentVolumeClaim", "PersistentVolume" -> VOLUME;
      case "StatefulSet" ->
          Pod.items(manifest.object(), "spec.volumeClaimTemplates").isEmpty() ? NONE : VOLUME;
      case "Secret" -> isDrawn(blueprint, manifest) ? TOKENS : NONE;
      default -> NONE;
    };
  }

  private static boolean isDrawn(Blueprint blueprint, Manifest secret) {
    return !secret.component().equals("secrets")
        && blueprint
            .context()
            .at("names.hub")
            .flatMap(Node::string)
            .filter(secret.name()::equals)
            .isPresent();
  }
}
