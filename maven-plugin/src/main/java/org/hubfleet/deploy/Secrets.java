package org.hubfleet.deploy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What lets a run in, from the environment and nowhere else; and what of it must never be shown.
 *
 * @param token for https, instead of a password
 * @param user for https
 * @param password for https
 * @param key file of a private SSH key
 * @param passphrase of that key
 * @param agent socket of a running SSH agent
 * @param signPassphrase of the key that signs commits
 */
public record Secrets(
    Optional<String> token,
    Optional<String> user,
    Optional<String> password,
    Optional<String> key,
    Optional<String> passphrase,
    Optional<String> agent,
    Optional<String> signPassphrase) {
  /** None at all. */
  public static final Secrets NONE =
      new Secrets(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Pattern IN_ADDRESS = Pattern.compile("([a-z+]+://)[^@\\s]*@");
  private static final String HIDDEN = "***";
  private static final int NOT_BY_CHANCE = 8;

  /** Reads them from an environment. */
  public static Secrets of(Map<String, String> environment) {
    return new Secrets(
        word(environment, "HUBS_GIT_TOKEN"),
        word(environment, "HUBS_GIT_USER"),
        word(environment, "HUBS_GIT_PASSWORD"),
        word(environment, "HUBS_SSH_KEY"),
        word(environment, "HUBS_SSH_PASSPHRASE"),
        word(environment, "SSH_AUTH_SOCK"),
        word(environment, "HUBS_SIGN_PASSPHRASE"));
  }

  private static Optional<String> word(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(w -> !w.isEmpty());
  }

  /** The text with every secret, and every user in an address, replaced by stars. */
  public String hide(String text) {
    String safe = IN_ADDRESS.matcher(text).replaceAll("$1" + HIDDEN + "@");
    for (String secret : values()) {
      safe = safe.replace(secret, HIDDEN);
    }
    return safe;
  }

  /** Whether the text holds one of them; a word of a few letters may stand there by chance. */
  boolean isIn(String text) {
    return values().stream().anyMatch(s -> s.length() >= NOT_BY_CHANCE && text.contains(s));
  }

  /** Longest first, so that a secret that is a part of another leaves nothing of it. */
  private List<String> values() {
    return Stream.of(token, password, passphrase, signPassphrase)
        .flatMap(Optional::stream)
        .flatMap(this::spellings)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** The secret as it is, in an address, and in the header of a request. */
  private Stream<String> spellings(String secret) {
    String inAddress = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    Stream<String> headers =
        Stream.of(user.orElse(""), Doors.TOKEN_USER)
            .map(name -> name + ":" + secret)
            .map(pair -> pair.getBytes(StandardCharsets.UTF_8))
            .map(bytes -> Base64.getEncoder().encodeToString(bytes));
    return Stream.concat(Stream.of(secret, inAddress, inAddress.replace("+", "%20")), headers);
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "Secrets[" + HIDDEN + "]";
  }
}
