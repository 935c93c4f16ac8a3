package org.hubfleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;
import org.eclipse.jgit.util.FS;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deployments to real git behind a real SSH server: whom it trusts, and whom we trust. */
@DisabledOnOs(OS.WINDOWS)
class SshIT {
  private static final int PATIENCE = 3;
  private static final Duration BOUND = Duration.ofSeconds(3 * PATIENCE);

  @TempDir Path root;

  private File home;
  private Workshop shop;
  private SshServer server;
  private Path ssh;
  private Optional<String> welcome = Optional.empty();

  @BeforeEach
  void serve() throws Exception {
    assumeTrue(GitServer.hasGit(), "needs git");
    assumeTrue(run("ssh-keygen", "-q", "-t", "rsa", "-N", "", "-f", root + "/other") == 0);
    home = FS.DETECTED.userHome();
    FS.DETECTED.setUserHome(root.resolve("home").toFile());
    ssh = Files.createDirectories(root.resolve("home/.ssh"));
    shop = new Workshop(root);
    NewRepository.at(shop.bare, Workshop.BRANCH);
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    SimpleGeneratorHostKeyProvider own = new SimpleGeneratorHostKeyProvider();
    own.setAlgorithm("RSA");
    server.setKeyPairProvider(own);
    server.setPublickeyAuthenticator(
        (user, key, session) -> welcome.filter(line -> line.contains(encoded(key))).isPresent());
    server.setCommandFactory(ProcessShellCommandFactory.INSTANCE);
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    System.clearProperty("hubs.patience");
    if (home != null) {
      FS.DETECTED.setUserHome(home);
    }
    if (server != null) {
      server.stop(true);
    }
  }

  private static String encoded(java.security.PublicKey key) {
    return org.apache.sshd.common.config.keys.PublicKeyEntry.toString(key).split(" ")[1];
  }

  private static int run(String... words) {
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException | InterruptedException none) {
      return -1;
    }
  }

  /** A key whose owner the server lets in. */
  private String key(String kind, String passphrase) throws IOException {
    Path key = root.resolve("key-" + kind + passphrase);
    assertThat(run("ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-f", key.toString()))
        .isZero();
    welcome = Optional.of(Files.readString(Path.of(key + ".pub")));
    return key.toString();
  }

  /** What {@code ssh-keyscan} would find, or the key of somebody else in its place. */
  private void knows(boolean rightKey) throws Exception {
    String line =
        rightKey
            ? org.apache.sshd.common.config.keys.PublicKeyEntry.toString(
                server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic())
            : Files.readString(root.resolve("other.pub"));
    Files.writeString(
        ssh.resolve("known_hosts"), "[127.0.0.1]:" + server.getPort() + " " + line.strip() + "\n");
  }

  private Outcome<Deployed> deploy(Map<String, String> environment) throws IOException {
    return deploy(environment, server.getPort());
  }

  private Outcome<Deployed> deploy(Map<String, String> environment, int port) throws IOException {
    Wish wish =
        shop.wish(
            Workshop.output(Map.of("lab", "one")),
            Scope.WHOLE,
            Optional.of("ssh://git@127.0.0.1:" + port + shop.bare),
            Optional.empty());
    return new Deployment(Secrets.of(environment), Clock.systemUTC(), Progress.SILENT)
        .deploy(wish, Manner.PLAIN);
  }

  private void refused(Outcome<Deployed> done, String rule) throws IOException {
    assertThat(done.diagnostics()).extracting(d -> d.rule().text()).containsExactly(rule);
    assertThat(GitServer.git(shop.bare, "branch")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
  void keyLetsInToAServerThatIsKnown(String kind) throws Exception {
    knows(true);

    assertThat(deploy(Map.of("HUBS_SSH_KEY", key(kind, ""))).diagnostics()).isEmpty();

    assertThat(shop.log()).hasSize(1);
  }

  @Test
  void keyWithAPassphraseLetsIn() throws Exception {
    knows(true);
    Map<String, String> environment = new HashMap<>();
    environment.put("HUBS_SSH_KEY", key("ed25519", "gr33n-tea"));
    environment.put("HUBS_SSH_PASSPHRASE", "gr33n-tea");

    assertThat(deploy(environment).diagnostics()).isEmpty();
  }

  @Test
  void keyOfTheUsersOwnFolderLetsIn() throws Exception {
    knows(true);
    Files.move(Path.of(key("ed25519", "")), ssh.resolve("id_ed25519"));

    assertThat(deploy(Map.of()).diagnostics()).isEmpty();
  }

  @Test
  void otherHostKeyThanTheKnownOneIsRefused() throws Exception {
    knows(false);

    Outcome<Deployed> done = deploy(Map.of("HUBS_SSH_KEY", key("ed25519", "")));

    refused(done, "deploy/unknown-host");
    assertThat(done.diagnostics().get(0).hint().orElseThrow()).contains("known_hosts");
  }

  @Test
  void hostThatNobodyKnowsIsRefused() throws Exception {
    refused(deploy(Map.of("HUBS_SSH_KEY", key("ed25519", ""))), "deploy/unknown-host");
    assertThat(ssh.resolve("known_hosts")).doesNotExist();
  }

  @Test
  void strangerIsNotLetIn() throws Exception {
    knows(true);
    key("ed25519", "");

    refused(deploy(Map.of("HUBS_SSH_KEY", root.resolve("other").toString())), "deploy/not-allowed");
  }

  @Test
  void wrongPassphraseIsNotLetInAndNotShown() throws Exception {
    knows(true);
    Map<String, String> environment = new TreeMap<>();
    environment.put("HUBS_SSH_KEY", key("ed25519", "gr33n-tea"));
    environment.put("HUBS_SSH_PASSPHRASE", "bl4ck-tea");

    Outcome<Deployed> done = deploy(environment);

    refused(done, "deploy/not-allowed");
    assertThat(done.diagnostics().toString()).doesNotContain("bl4ck-tea");
  }

  @Test
  void serverThatTakesTheConnectionAndSaysNothingIsLeftInTime() throws Exception {
    Map<String, String> environment = Map.of("HUBS_SSH_KEY", key("ed25519", ""));
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      System.setProperty("hubs.patience", Integer.toString(PATIENCE));
      long start = System.nanoTime();

      refused(deploy(environment, silent.getLocalPort()), "deploy/too-slow");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    }
  }

  @Test
  void closedDoorIsTold() throws Exception {
    int port = server.getPort();
    server.stop(true);

    refused(deploy(Map.of("HUBS_SSH_KEY", key("ed25519", "")), port), "deploy/unreachable");
  }

  @Test
  void repositoryThatIsNotThereIsTold() throws Exception {
    knows(true);
    Map<String, String> environment = Map.of("HUBS_SSH_KEY", key("ed25519", ""));
    Files.move(shop.bare, root.resolve("elsewhere.git"));

    Outcome<Deployed> done = deploy(environment);

    assertThat(done.diagnostics())
        .extracting(d -> d.rule().text())
        .isEqualTo(List.of("deploy/repository-missing"));
  }

  @Test
  void repositoryThatOnlyReadsRefuses() throws Exception {
    knows(true);
    Map<String, String> environment = Map.of("HUBS_SSH_KEY", key("ed25519", ""));
    Path hook = Files.createDirectories(shop.bare.resolve("hooks")).resolve("pre-receive");
    Files.writeString(hook, "#!/bin/sh\necho this key may only read\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    Outcome<Deployed> done = deploy(environment);

    refused(done, "deploy/rejected");
    assertThat(done.diagnostics().get(0).message()).contains("this key may only read");
  }
}
