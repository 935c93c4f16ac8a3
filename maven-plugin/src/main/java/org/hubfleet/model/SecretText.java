package org.hubfleet.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.schema.CredentialWords;
import org.hubfleet.schema.SchemaStep;
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
          "(?m)(?<![A-Za-z0-9_])([A-Za-z_][A-Za-z0-9_]*+)[\"']?\\]?\\s*[=:]\\s*[frbuFRBU]{0,2}([\"'])([^\"'\\s{}$<>/]{8,})\\2");

  private SecretText() {}

  /** Why the value of a step is a secret; absent when it is none. */
  public static Optional<String> why(SchemaStep step) {
    return isInKeys(step)
        ? Optional.of("its keys are secrets")
        : step.value().string().flatMap(text -> reason(step, text));
  }

  /** Why the text of a file of that path is a secret; absent when it is none. */
  public static Optional<String> inFile(String path, String text) {
    return CredentialWords.secretIn(text)
        .map(what -> "it holds " + what)
        .or(() -> assigned(text))
        .or(
            () ->
                !text.isBlank() && CREDENTIAL_FILE.matcher(path).find()
                    ? Optional.of(BY_FILE)
                    : Optional.empty());
  }

  /** Why a value of that name is a secret, wherever it stands; absent when it is none. */
  public static Optional<String> why(String name, Node value) {
    return CredentialWords.isSecretName(name) && CredentialWords.isContent(value)
        ? Optional.of("its name says that it is one")
        : value.string().flatMap(CredentialWords::secretIn).map(what -> "it holds " + what);
  }

  private static Optional<String> reason(SchemaStep step, String text) {
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
    return why(variable(step).orElse(name), step.value());
  }

  /** Whether the schema knows the key by name and would say so if it were a secret. */
  private static boolean isKnown(SchemaStep step) {
    return step.isNamed() && !step.isInside(a -> a.text("x-holds-credentials").isPresent());
  }

  /** Whether the keys of the map that it stands in are the secrets. */
  static boolean isInKeys(SchemaStep step) {
    return step.outer().flatMap(a -> a.text("x-holds-credentials")).equals(Optional.of("keys"));
  }

  /** Whether some map or list above holds nothing but secrets. */
  private static boolean isHeld(SchemaStep step) {
    return holdsSecrets(step) || step.isInside(a -> holdsSecrets(a) || a.is("x-credential"));
  }

  private static boolean holdsSecrets(SchemaStep step) {
    return step.text("x-holds-credentials").filter("values"::equals).isPresent();
  }

  /** The name of the variable whose text it is, which stands beside it or above it. */
  private static Optional<String> variable(SchemaStep step) {
    return step.outer()
        .filter(owner -> step.name().equals("value"))
        .map(owner -> owner.value().get("name").flatMap(Node::string).orElse(owner.name()));
  }

  /** Whether it is the content of a file that tools read credentials from. */
  private static boolean isCredentialFile(SchemaStep step) {
    return step.name().equals("stringData")
        && step.outer()
            .flatMap(file -> file.value().get("mountPath"))
            .flatMap(Node::string)
            .filter(path -> CREDENTIAL_FILE.matcher(path).find())
            .isPresent();
  }

  /** Whether it is a piece of code or a file. */
  static boolean isCode(SchemaStep step) {
    if (!isNamedAsCode(step) && !step.isInside(SecretText::isNamedAsCode)) {
      return false;
    }
    String path = step.path().toString();
    return path.startsWith("jupyterhub.hub.extraConfig") || path.contains(".extraFiles");
  }

  private static boolean isNamedAsCode(SchemaStep step) {
    return step.name().startsWith("extraConfig") || step.name().startsWith("extraFiles");
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
