package org.hubfleet.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.SchemaStep;
import org.hubfleet.source.ValuePath;

/**
 * Finds secrets in plain text: {@code secrets/plain-value}, and says what to write instead. The
 * value is never shown. What is a secret {@link SecretText} tells.
 */
final class PlainSecret {
  private static final RuleName RULE = RuleName.of("secrets/plain-value");
  private static final ValuePath DATABASE = ValuePath.of("jupyterhub", "hub", "db", "url");

  private PlainSecret() {}

  static Optional<Diagnostic> inspect(SchemaStep step, Layered layered) {
    Place place = SecretText.isInKeys(step) ? step.key() : step.value().origin().place();
    return SecretText.why(step).map(why -> report(step, layered, place, why));
  }

  private static Diagnostic report(SchemaStep step, Layered layered, Place place, String why) {
    return Diagnostic.error(
            place, RULE, "a secret stands in plain text at " + step.path() + ": " + why)
        .hint(instead(step, layered))
        .mask();
  }

  /** The line to write instead. */
  private static String instead(SchemaStep step, Layered layered) {
    if (layered.hubs().stream().anyMatch(hub -> hasLine(hub, step.path()))) {
      return "remove it here: the line under secrets brings it";
    }
    String owner = owner(layered);
    List<ValuePath.Segment> segments = step.path().segments();
    boolean keyed = segments.stream().allMatch(s -> s instanceof ValuePath.Key);
    Optional<String> arrives =
        SecretText.isInKeys(step) ? Optional.empty() : step.inherited("x-arrives");
    if (SecretText.isCode(step)
        && !step.name().equals("binaryData")
        && step.path().toString().startsWith("jupyterhub.hub.extraConfig")) {
      return "put it in a Secret, write jupyterhub.custom.token: {secret: "
          + owner
          + ", key: token} under secrets, and read it with get_config(\"custom.token\")";
    }
    if (step.path().equals(DATABASE)) {
      return "leave the password out of it, and write jupyterhub.hub.db.password: {secret: "
          + owner
          + ", key: password} under secrets";
    }
    if (arrives.isEmpty() || !keyed) {
      return keyed || !step.name().equals("value")
          ? "put it in a Secret; no line of secrets reaches this place"
          : "write valueFrom: {secretKeyRef: {name: " + owner + ", key: <key>}} in place of value";
    }
    return switch (arrives.get()) {
      case "pull-secret" ->
          "write jupyterhub.imagePullSecret: {secret: " + owner + "-registry} under secrets";
      case "tls-secret" ->
          "write jupyterhub.proxy.https.manual: {secret: " + owner + "-tls} under secrets";
      default ->
          "write "
              + step.path()
              + ": {secret: "
              + owner
              + ", key: "
              + key(step.name())
              + "} under secrets";
    };
  }

  private static boolean hasLine(Hub hub, ValuePath path) {
    return hub.tree().get("secrets").flatMap(lines -> lines.get(path.toString())).isPresent();
  }

  private static String owner(Layered layered) {
    if (!layered.hubs().isEmpty() && layered.file().path().equals(layered.hubs().get(0).file())) {
      return layered.hubs().get(0).id() + "-secrets";
    }
    String community = layered.file().community();
    return (community.isEmpty() ? "hub" : community) + "-secrets";
  }

  private static String key(String name) {
    String dashed =
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return dashed.isEmpty() ? "value" : dashed.toLowerCase(Locale.ROOT);
  }
}
