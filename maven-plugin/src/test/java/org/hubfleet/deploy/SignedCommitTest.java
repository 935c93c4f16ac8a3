package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits that are signed, as git itself judges them. */
@DisabledOnOs(OS.WINDOWS)
class SignedCommitTest {
  private static final String PASSPHRASE = "gr33n tea";

  @TempDir Path root;

  private Workshop shop;
  private Path home;

  @BeforeEach
  void open() throws IOException {
    assumeTrue(GitServer.hasGit(), "needs git");
    shop = new Workshop(root);
    home = Files.createDirectory(root.resolve("home"));
    Files.setPosixFilePermissions(
        home, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
  }

  /** The agent that gpg has started would outlive the test. */
  @AfterEach
  void stopAgent() throws Exception {
    if (home != null && hasProgram("gpgconf")) {
      run("gpgconf", "--kill", "gpg-agent");
    }
  }

  private static boolean hasProgram(String name) {
    for (String folder : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  private String run(String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("GNUPGHOME", home.toString());
    builder.environment().put("HOME", home.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s%n%s", String.join(" ", words), said).isZero();
    return said;
  }

  private String git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", shop.bare.toString()));
    command.addAll(List.of(words));
    return run(command.toArray(new String[0]));
  }

  private Outcome<Deployed> deploy(Path key, Map<String, String> environment) throws IOException {
    Manner signed =
        new Manner(
            Optional.empty(),
            Person.parse("Mira <mira@lab.example>"),
            false,
            false,
            Optional.of(key),
            Optional.empty());
    return new Deployment(Secrets.of(environment), Clock.systemUTC(), Progress.SILENT)
        .deploy(shop.wish(Map.of("lab", "one")), signed);
  }

  private Path sshKey(String kind, String passphrase) throws Exception {
    assumeTrue(hasProgram("ssh-keygen"), "needs ssh-keygen");
    Path key = home.resolve("id");
    run("ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C", "mira", "-f", key.toString());
    String open = Files.readString(home.resolve("id.pub"));
    Files.writeString(home.resolve("allowed"), "mira@lab.example " + open);
    // So that nothing but the private key can have been used.
    Files.delete(home.resolve("id.pub"));
    return key;
  }

  private void isGoodForSsh() throws Exception {
    String[] judge = {"-c", "gpg.ssh.allowedSignersFile=" + home.resolve("allowed")};
    assertThat(git(judge[0], judge[1], "verify-commit", "-v", Workshop.BRANCH))
        .contains("Good \"git\" signature for mira@lab.example");
    assertThat(git(judge[0], judge[1], "log", "--format=%G?", Workshop.BRANCH).strip())
        .isEqualTo("G");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
  void sshKeySigns(String kind) throws Exception {
    assertThat(deploy(sshKey(kind, ""), Map.of()).diagnostics()).isEmpty();

    isGoodForSsh();
  }

  @Test
  void sshKeyWithAPassphraseSigns() throws Exception {
    Path key = sshKey("ed25519", PASSPHRASE);

    assertThat(deploy(key, Map.of("HUBS_SIGN_PASSPHRASE", PASSPHRASE)).diagnostics()).isEmpty();

    isGoodForSsh();
  }

  private Path openPgpKey(String kind, String passphrase) throws Exception {
    assumeTrue(hasProgram("gpg"), "needs gpg");
    String[] secretly = {
      "gpg", "--batch", "--pinentry-mode=loopback", "--passphrase=" + passphrase
    };
    run(
        secretly[0],
        secretly[1],
        secretly[2],
        secretly[3],
        "--quick-generate-key",
        "Mira <mira@lab.example>",
        kind,
        "sign",
        "never");
    Path key = home.resolve("key.asc");
    Files.writeString(
        key,
        run(secretly[0], secretly[1], secretly[2], secretly[3], "--armor", "--export-secret-keys"));
    return key;
  }

  private void isGoodForGpg() throws Exception {
    assertThat(git("verify-commit", Workshop.BRANCH)).contains("Good signature from \"Mira");
    assertThat(git("log", "--format=%G?", Workshop.BRANCH).strip()).isEqualTo("G");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "rsa3072", "nistp256"})
  void openPgpKeySigns(String kind) throws Exception {
    assertThat(deploy(openPgpKey(kind, ""), Map.of()).diagnostics()).isEmpty();

    isGoodForGpg();
  }

  @Test
  void openPgpKeyWithAPassphraseSigns() throws Exception {
    Path key = openPgpKey("ed25519", PASSPHRASE);

    assertThat(deploy(key, Map.of("HUBS_SIGN_PASSPHRASE", PASSPHRASE)).diagnostics()).isEmpty();

    isGoodForGpg();
  }

  private void refused(Outcome<Deployed> done, String reason) {
    Diagnostic found = done.diagnostics().get(0);
    assertThat(found.rule().text()).isEqualTo("deploy/bad-key");
    assertThat(found.message()).endsWith(reason);
    assertThat(found.toString()).doesNotContain(PASSPHRASE, "wr0ng");
    assertThat(shop.bare).doesNotExist();
  }

  @Test
  void passphraseThatIsMissingOrWrongIsToldBeforeAnythingIsDone() throws Exception {
    Path key = sshKey("ed25519", PASSPHRASE);

    refused(deploy(key, Map.of()), "it is no SSH key, or needs a passphrase");
    refused(
        deploy(key, Map.of("HUBS_SIGN_PASSPHRASE", "wr0ng")),
        "it is no SSH key, or the passphrase is wrong");
  }

  @Test
  void passphraseOfAnOpenPgpKeyToo() throws Exception {
    Path key = openPgpKey("ed25519", PASSPHRASE);

    refused(deploy(key, Map.of()), "it needs a passphrase");
    refused(deploy(key, Map.of("HUBS_SIGN_PASSPHRASE", "wr0ng")), "the passphrase is wrong");
  }

  @Test
  void fileThatIsNoKeyIsTold() throws Exception {
    refused(deploy(home.resolve("none"), Map.of()), "it cannot be read");
    refused(
        deploy(Files.writeString(home.resolve("text"), "hello\n"), Map.of()),
        "it holds no private key");
    refused(
        deploy(
            Files.writeString(home.resolve("broken"), "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nx"),
            Map.of()),
        "none of its keys may sign");
  }

  @Test
  void withoutAKeyNothingIsSigned() throws Exception {
    Workshop.deployment().deploy(shop.wish(Map.of("lab", "one")), Manner.PLAIN);

    assertThat(git("log", "--format=%G?", Workshop.BRANCH).strip()).isEqualTo("N");
  }
}
