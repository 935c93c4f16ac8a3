package org.hubfleet.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.CredentialWords;
import org.hubfleet.schema.SchemaWalk;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/**
 * Finds secrets in plain text: {@code secrets/plain-value}. A value is one when upstream says so of
 * its place, when its key says so where keys are free, or when it has the shape of a key or token,
 * also inside files and snippets. The value is never shown.
 */
final class PlainSecret {
  private static final RuleName RULE = RuleName.of("secrets/plain-value");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?m)([A-Za-z_][A-Za-z0-9_]*)[\"']?\\]?\\s*[=:]\\s*[frbuFRBU]{0,2}([\"'])([^\"'\\s{}$<>/]{8,})\\2");

  private static final ValuePath DATABASE = ValuePath.of("jupyterhub", "hub", "db", "url");

  private PlainSecret() {}

  static Optional<Diagnostic> inspect(SchemaWalk.Step step, Layered layered) {
    if (isInKeys(step)) {
      return Optional.of(report(step, layered, step.key(), "its keys are secrets"));
    }
    return step.value()
        .string()
        .flatMap(text -> reason(step, text))
        .map(why -> report(step, layered, step.value().origin().place(), why));
  }

  private static Optional<String> reason(SchemaWalk.Step step, String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    if (step.is("x-credential") || isHeld(step)) {
      return Optional.of("it belongs in a Secret");
    }
    if (isCode(step)) {
      return CredentialWords.secretIn(text)
          .map(what -> "it holds " + what)
          .or(() -> assigned(text));
    }
    boolean named =
        !isKnown(step) && CredentialWords.isSecretName(step.name()) || isSecretVariable(step);
    if (named && CredentialWords.isContent(step.value())) {
      return Optional.of("its name says that it is one");
    }
    return CredentialWords.secretIn(text).map(what -> "it holds " + what);
  }

  /** Whether the schema knows the key by name and would say so if it were a secret. */
  private static boolean isKnown(SchemaWalk.Step step) {
    return step.named()
        && step.above().stream().noneMatch(a -> a.text("x-holds-credentials").isPresent());
  }

  private static boolean isInKeys(SchemaWalk.Step step) {
    int last = step.above().size() - 1;
    return last >= 0
        && step.above().get(last).text("x-holds-credentials").filter("keys"::equals).isPresent();
  }

  /** Whether some map or list above holds nothing but secrets. */
  private static boolean isHeld(SchemaWalk.Step step) {
    return step.above().stream()
            .anyMatch(
                a ->
                    a.text("x-holds-credentials").filter("values"::equals).isPresent()
                        || a.is("x-credential"))
        || step.text("x-holds-credentials").filter("values"::equals).isPresent();
  }

  /** Whether it is the value of a variable of a list whose name says that it is a secret. */
  private static boolean isSecretVariable(SchemaWalk.Step step) {
    int last = step.above().size() - 1;
    return step.name().equals("value")
        && last >= 0
        && step.above()
            .get(last)
            .value()
            .get("name")
            .flatMap(Node::string)
            .or(() -> Optional.of(step.above().get(last).name()))
            .filter(CredentialWords::isSecretName)
            .isPresent();
  }

  private static boolean isCode(SchemaWalk.Step step) {
    String path = step.path().toString();
    return path.startsWith("jupyterhub.hub.extraConfig") || path.contains(".extraFiles");
  }

  private static Optional<String> assigned(String code) {
    Matcher found = ASSIGNED.matcher(code);
    while (found.find()) {
      if (CredentialWords.isSecretName(found.group(1))) {
        return Optional.of("it gives " + found.group(1) + " a value");
      }
    }
    return Optional.empty();
  }

  private static Diagnostic report(SchemaWalk.Step step, Layered layered, Place place, String why) {
    return Diagnostic.error(
            place, RULE, "a secret stands in plain text at " + step.path() + ": " + why)
        .hint(instead(step, layered))
        .mask();
  }

  /** The line to write instead. */
  private static String instead(SchemaWalk.Step step, Layered layered) {
    String owner = owner(layered);
    List<ValuePath.Segment> segments = step.path().segments();
    boolean keyed = segments.stream().allMatch(s -> s instanceof ValuePath.Key);
    Optional<String> arrives = isInKeys(step) ? Optional.empty() : step.inherited("x-arrives");
    if (isCode(step)
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
