package org.hubfleet.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.schema.CredentialWords;
import org.hubfleet.schema.SchemaWalk;
import org.hubfleet.source.Node;

/**
 * Tells whether a value is a secret in plain text, and why: because upstream says so of its place,
 * because its key says so where keys are free, or because it has the shape of a key or token, also
 * inside files and snippets.
 */
public final class SecretText {
  private static final String BY_FILE = "files of that name hold credentials";
  private static final Pattern CREDENTIAL_FILE =
      Pattern.compile("(netrc|pgpass|htpasswd|id_[a-z0-9]+|[.]key|credentials([.]\\w+)?)$");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?m)([A-Za-z_][A-Za-z0-9_]*)[\"']?\\]?\\s*[=:]\\s*[frbuFRBU]{0,2}([\"'])([^\"'\\s{}$<>/]{8,})\\2");

  private SecretText() {}

  /** Why the value of a step is a secret; absent when it is none. */
  public static Optional<String> why(SchemaWalk.Step step) {
    return isInKeys(step)
        ? Optional.of("its keys are secrets")
        : step.value().string().flatMap(text -> reason(step, text));
  }

  /** Why a value of that name is a secret, wherever it stands; absent when it is none. */
  static Optional<String> why(String name, Node value) {
    return CredentialWords.isSecretName(name) && CredentialWords.isContent(value)
        ? Optional.of("its name says that it is one")
        : value.string().flatMap(CredentialWords::secretIn).map(what -> "it holds " + what);
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
          .or(() -> assigned(text))
          .or(() -> isCredentialFile(step) ? Optional.of(BY_FILE) : Optional.empty());
    }
    String name = isKnown(step) ? "" : step.name();
    return why(isVariable(step) ? variable(step) : name, step.value());
  }

  /** Whether the schema knows the key by name and would say so if it were a secret. */
  private static boolean isKnown(SchemaWalk.Step step) {
    return step.named()
        && step.above().stream().noneMatch(a -> a.text("x-holds-credentials").isPresent());
  }

  /** Whether the keys of the map that it stands in are the secrets. */
  static boolean isInKeys(SchemaWalk.Step step) {
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

  /** Whether it is the text of a variable, which stands beside its name or below it. */
  private static boolean isVariable(SchemaWalk.Step step) {
    return step.name().equals("value") && !step.above().isEmpty();
  }

  private static String variable(SchemaWalk.Step step) {
    SchemaWalk.Step owner = step.above().get(step.above().size() - 1);
    return owner.value().get("name").flatMap(Node::string).orElse(owner.name());
  }

  /** Whether it is the content of a file that tools read credentials from. */
  private static boolean isCredentialFile(SchemaWalk.Step step) {
    return step.name().equals("stringData")
        && !step.above().isEmpty()
        && step.above()
            .get(step.above().size() - 1)
            .value()
            .get("mountPath")
            .flatMap(Node::string)
            .filter(path -> CREDENTIAL_FILE.matcher(path).find())
            .isPresent();
  }

  /** Whether it is a piece of code or a file. */
  static boolean isCode(SchemaWalk.Step step) {
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
}
