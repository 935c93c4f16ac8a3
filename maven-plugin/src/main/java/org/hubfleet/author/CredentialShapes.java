package org.hubfleet.author;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that look like a credential, and names of things that hold one. */
final class CredentialShapes {
  private static final List<Map.Entry<String, Pattern>> SHAPES =
      List.of(
          shape("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY-----"),
          shape("a token of GitHub", "\\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40})"),
          shape("a token of GitLab", "\\bglpat-[A-Za-z0-9_-]{20}"),
          shape("a key of AWS", "\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
          shape("a key of Google", "\\bAIza[A-Za-z0-9_-]{35}"),
          shape("a token of Slack", "\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
          shape("a web token", "\\beyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+"),
          shape("a password in an address", "[a-z][a-z0-9+.-]*://[^/\\s:@]+:[^/\\s:@{}$<]+@"));
  private static final Pattern NAME =
      Pattern.compile(
          "(.*[_.-])?(password|passwd|secret|client_?secret|token|api_?token|api_?key|access_?key"
              + "|private_?key|secret_?key|credentials?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?i)[\\w.\\]\"'-]*(password|passwd|secret|token|api_?key|access_?key|private_?key)"
              + "[\"'\\]]*\\s*[=:]\\s*[rbu]?[\"'][^\"'\\s{}<]{8,}[\"']");

  /** Nothing, a switch, a file, an address without a password, or a place for a value to come. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "|true|false|null|/[\\w./-]*|https?://[^@\\s]*|.*\\{[a-z_]+\\}.*|[$]?\\{[^{}]*\\}"
              + "|[$]\\([^()]*\\)|[$][A-Za-z_]\\w*|<[^<>]*>");

  private CredentialShapes() {}

  private static Map.Entry<String, Pattern> shape(String what, String pattern) {
    return Map.entry(what, Pattern.compile(pattern));
  }

  /** What the text looks like, such as {@code a private key}; absent when it looks harmless. */
  static Optional<String> in(String text) {
    return SHAPES.stream()
        .filter(shape -> shape.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The same for code, where a name that means a credential may be given a literal text. */
  static Optional<String> inCode(String code) {
    return in(code)
        .or(
            () ->
                ASSIGNMENT.matcher(code).find()
                    ? Optional.of("a credential written as a literal")
                    : Optional.empty());
  }

  /** Whether a key or variable of that name with that text holds a credential. */
  static boolean isNamedLikeOne(String name, String text) {
    return NAME.matcher(name.replaceAll("([a-z])([A-Z])", "$1_$2")).matches()
        && !HARMLESS.matcher(text).matches();
  }
}
