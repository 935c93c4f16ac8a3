package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.write.Output;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred secrets in the environment, in addresses, in what servers say, and more in key files,
 * in what people write and in what is compiled; none comes out anywhere.
 */
class PlantedSecretsIT {
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final String ODD = "+/%&= :@#";
  private static final int EACH = 25;
  private static final int FEW = 5;

  @TempDir Path root;

  private final Random random = new Random(20261121);
  private final List<String> planted = new ArrayList<>();
  private Workshop shop;

  @BeforeEach
  void serve() throws IOException {
    assumeTrue(GitServer.hasGit(), "needs git with http-backend");
    shop = new Workshop(root);
    NewRepository.at(shop.bare, Workshop.BRANCH);
  }

  private String plant() {
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < 24; i++) {
      String letters = i % 7 == 3 ? ODD.replace(" ", "") : LETTERS;
      secret.append(letters.charAt(random.nextInt(letters.length())));
    }
    planted.add(secret.toString());
    return secret.toString();
  }

  private String deploy(String address, Map<String, String> environment, String word)
      throws IOException {
    Wish wish =
        shop.wish(
            Workshop.output(Map.of("lab", word)),
            Scope.WHOLE,
            Optional.of(address),
            Optional.empty());
    Secrets secrets = Secrets.of(environment);
    Outcome<Deployed> done =
        new Deployment(secrets, Clock.systemUTC(), Progress.SILENT).deploy(wish, Manner.PLAIN);
    return done + " " + secrets;
  }

  @Test
  void noneIsEverShown() throws IOException {
    StringBuilder seen = new StringBuilder();
    try (GitServer server = new GitServer(root)) {
      String address = server.address("deployment.git");
      Path hook = Files.createDirectories(shop.bare.resolve("hooks")).resolve("pre-receive");
      for (int i = 0; i < EACH; i++) {
        // Wrong ones, of which the server complains.
        server.wants("something else");
        seen.append(deploy(address, Map.of("HUBS_GIT_TOKEN", plant()), "a" + i));
        // Right ones, which a hook of the server tells to everybody.
        String right = plant();
        server.wants(right);
        Files.writeString(
            hook,
            "#!/bin/sh\ncat <<'END'\n" + right + " " + basic("me", right) + "\nEND\nexit 1\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> login =
            new TreeMap<>(Map.of("HUBS_GIT_USER", "me", "HUBS_GIT_PASSWORD", right));
        seen.append(deploy(address, login, "b" + i));
        // One that works and goes into a commit.
        Files.delete(hook);
        seen.append(deploy(address, login, "c" + i));
        // In addresses, as the token of a name or as the password of one.
        seen.append(deploy("https://" + plant() + "@git.example/d.git", Map.of(), "d"));
        seen.append(deploy("https://me:" + plant() + "@git.example/d.git", Map.of(), "d"));
      }
    }

    String stored = GitServer.git(shop.bare, "log", "--all", "-p", "--format=fuller");
    assertThat(shop.log()).hasSize(EACH);
    assertThat(planted).hasSize(4 * EACH);
    for (String secret : planted) {
      assertThat(seen.indexOf(secret)).as(secret).isNegative();
      assertThat(stored.indexOf(secret)).as(secret).isNegative();
      assertThat(seen.indexOf(basic("me", secret))).as(secret).isNegative();
    }
  }

  /** What a run says and throws, each secret where it does the most harm. */
  private String deploy(Output output, Map<String, String> environment, Optional<Path> key)
      throws IOException {
    Manner manner =
        new Manner(Optional.empty(), Optional.empty(), false, false, key, Optional.empty());
    Wish wish = shop.wish(output, Scope.WHOLE, Optional.of(shop.bare.toString()), Optional.empty());
    Deployment deployment =
        new Deployment(Secrets.of(environment), Clock.systemUTC(), Progress.SILENT);
    try {
      return deployment.deploy(wish, manner).toString();
    } catch (RuntimeException thrown) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }

  private String key(String name, String passphrase) throws IOException {
    Path key = root.resolve(name);
    assertThat(
            new ProcessBuilder(
                    "ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", key.toString())
                .start()
                .onExit()
                .join()
                .exitValue())
        .isZero();
    return key.toString();
  }

  @Test
  void noneOfFilesPassphrasesAndSentencesIsEverShown() throws IOException {
    StringBuilder seen = new StringBuilder();
    int commits = 0;
    for (int i = 0; i < FEW; i++) {
      Output output = Workshop.output(Map.of("lab", "word" + i, "school" + i, "x"));
      // Passphrases of keys that sign: a wrong one, none at all, and the right one.
      String right = plant();
      Path key = Path.of(key("key" + i, right));
      seen.append(deploy(output, Map.of("HUBS_SIGN_PASSPHRASE", plant()), Optional.of(key)));
      seen.append(deploy(output, Map.of(), Optional.of(key)));
      // What a person writes goes into the history.
      String token = plant();
      shop.fleet(
          "language: 1\nacknowledge:\n- {hub: school%d, why: \"it said %s\", who: mira, until: 2026-12-31}\n"
              .formatted(i - 1, token));
      Map<String, String> both = Map.of("HUBS_SIGN_PASSPHRASE", right, "HUBS_GIT_TOKEN", token);
      seen.append(deploy(output, both, Optional.of(key)));
      assertThat(shop.log()).hasSize(++commits);
      // Files that are no keys, whatever else they are.
      Path noKey = Files.writeString(root.resolve("no-key" + i), plant() + "\n");
      Path half =
          Files.writeString(
              root.resolve("half-key" + i),
              "-----BEGIN OPENSSH PRIVATE KEY-----\n" + plant() + "\n");
      Output other = Workshop.output(Map.of("lab", "other" + i, "school" + i, "x"));
      seen.append(deploy(other, Map.of(), Optional.of(noKey)));
      seen.append(deploy(other, Map.of(), Optional.of(half)));
      // A token that somebody has copied into what is compiled.
      Output leak = Workshop.output(Map.of("lab", token, "school" + i, "x"));
      String stopped = deploy(leak, Map.of("HUBS_GIT_TOKEN", token), Optional.empty());
      assertThat(stopped).contains("deploy/leaked-secret");
      seen.append(stopped);
    }

    String stored = GitServer.git(shop.bare, "log", "--all", "-p", "--format=raw");
    assertThat(shop.log()).hasSize(FEW);
    assertThat(shop.log().get(0)).contains("the removal of", "it said ***");
    assertThat(planted).hasSize(5 * FEW);
    assertThat(planted)
        .allSatisfy(
            secret -> {
              assertThat(seen.indexOf(secret)).as(secret).isNegative();
              assertThat(stored.indexOf(secret)).as(secret).isNegative();
            });
  }

  private static String basic(String user, String password) {
    return Base64.getEncoder()
        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
