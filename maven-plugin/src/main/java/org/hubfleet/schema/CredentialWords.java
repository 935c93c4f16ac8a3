package org.hubfleet.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hubfleet.source.Node;

/**
 * Tells secrets by their look: names of keys that mean one, and texts that can be nothing else.
 *
 * <p>The shapes of tokens are those their issuers document.
 */
public final class CredentialWords {
  private static final Pattern WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Set<String> SECRETS =
      Set.of("secret", "password", "passwd", "pwd", "passphrase", "token", "apikey");
  private static final Set<String> KEYS =
      Set.of("api", "private", "access", "secret", "account", "signing", "encryption");

  /** Words before a secret word that make it a name of something, not its content. */
  private static final Set<String> REFERENCES = Set.of("existing", "pull", "image", "use", "no");

  private static final int SHORTEST = 4;

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "true|false|null|none|/\\S*|https?://[^@\\s]*|\\$\\([^)]*\\)|\\$\\{[^}]*}|\\{[^{}]*}|<[^<>]*>");

  private record Shape(String what, Pattern pattern) {}

  private static final List<Shape> SHAPES =
      List.of(
          shape("a private key", "-----BEGIN [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----"),
          shape("a GitHub token", "\\b(gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})"),
          shape("a GitLab token", "\\bgl(pat|dt|rt|ptt|cbt)-[A-Za-z0-9_-]{20,}"),
          shape("an AWS access key", "\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
          shape("a Slack token", "\\bxox[abeprs]-[A-Za-z0-9-]{10,}"),
          shape("a Google API key", "\\bAIza[0-9A-Za-z_-]{35}\\b"),
          shape("a Google OAuth secret", "\\bGOCSPX-[0-9A-Za-z_-]{20,}"),
          shape("a Docker Hub token", "\\bdckr_(pat|oat)_[A-Za-z0-9_-]{20,}"),
          shape("a Hugging Face token", "\\bhf_[A-Za-z0-9]{30,}"),
          shape("an npm token", "\\bnpm_[A-Za-z0-9]{36}\\b"),
          shape("a PyPI token", "\\bpypi-[A-Za-z0-9_-]{50,}"),
          shape("a signed token", "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\."),
          shape(
              "an address with a password",
              "\\b[a-z][a-z0-9+.-]{0,20}://[^/\\s:@]*:(?![$<{])[^/\\s@:]+@"));

  private CredentialWords() {}

  private static Shape shape(String what, String pattern) {
    return new Shape(what, Pattern.compile(pattern));
  }

  /**
   * Whether a key of that name holds a secret, such as {@code client_secret} or {@code
   * DB_PASSWORD}.
   */
  public static boolean isSecretName(String key) {
    String[] words = WORDS.split(key);
    if (words.length == 0) {
      return false;
    }
    String last = words[words.length - 1].toLowerCase(Locale.ROOT);
    String before = words.length > 1 ? words[words.length - 2].toLowerCase(Locale.ROOT) : "";
    if (SECRETS.contains(last)) {
      return !REFERENCES.contains(before);
    }
    return (last.equals("key") || last.equals("keys")) && KEYS.contains(before);
  }

  /**
   * Whether the value of a key with a secret's name is the secret itself, and not empty, a path, an
   * address or something to be filled in.
   */
  public static boolean isContent(Node value) {
    return value
        .string()
        .filter(text -> text.strip().length() >= SHORTEST)
        .filter(text -> !ELSEWHERE.matcher(text.strip()).matches())
        .isPresent();
  }

  /** What the text holds that can only be a secret, such as {@code a GitHub token}. */
  public static Optional<String> secretIn(String text) {
    return SHAPES.stream()
        .filter(shape -> shape.pattern().matcher(text).find())
        .map(Shape::what)
        .findFirst();
  }
}
