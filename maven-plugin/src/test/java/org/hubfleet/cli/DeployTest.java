package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploying as people call it, over a small fleet of two hubs. */
class DeployTest {
  private static final String LIMIT =
      """
      cluster: west
      overrides:
      - why: more
        values:
          jupyterhub:
            singleuser:
              memory: {limit: 2G}
      """;

  @TempDir Path root;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void fleet() throws IOException {
    write("config/fleet.yaml", "language: 1\nasOf: 2026-11-21\n");
    write("config/clusters/west.yaml", "provider: gke\nkubernetes: \"1.35\"\n");
    write("config/communities/lab/hub.yaml", "cluster: west\n");
    write("config/communities/lab/course.yaml", "cluster: west\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private int hubs(String... words) {
    out.reset();
    err.reset();
    return Main.run(
        words,
        root,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
  }

  private int deploy(String... words) {
    return hubs(
        Stream.concat(Stream.of("deploy", "--allowDirty", "--repository=d.git"), Stream.of(words))
            .toArray(String[]::new));
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void deploymentSaysWhatItPushed() {
    assertThat(deploy()).isZero();

    assertThat(lines())
        .contains("added lab on west", "added lab-course on west")
        .anyMatch(
            line ->
                line.matches(
                    "pushed [0-9a-f]{40} to d.git, branch deployed: Add lab, lab-course on west"));
  }

  @Test
  void secondDeploymentSaysThatNothingChanged() {
    deploy();

    assertThat(deploy()).isZero();

    assertThat(lines()).contains("nothing changed, nothing was pushed to d.git, branch deployed");
  }

  @Test
  void errorInConfigPushesNothing() throws IOException {
    write("config/communities/lab/hub.yaml", "cluster: wset\n");

    assertThat(deploy()).isOne();

    assertThat(root.resolve("d.git")).doesNotExist();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("1 problem in config, nothing was pushed");
  }

  @Test
  void differenceIsTheFieldWithTheLineBehindIt() throws IOException {
    deploy();
    write("config/communities/lab/hub.yaml", LIMIT);

    assertThat(hubs("diff", "--repository=d.git")).isZero();

    assertThat(lines())
        .contains("lab on west (changed):", "  changed ConfigMap/hub")
        .contains(
            "    data[\"traits.json\"].KubeSpawner.mem_limit: nothing -> \"2G\""
                + " (config/communities/lab/hub.yaml:7:25)")
        .noneMatch(line -> line.startsWith("lab-course"));
  }

  @Test
  void differenceEndsWithOneWhenAsked() throws IOException {
    deploy();
    assertThat(hubs("diff", "--repository=d.git", "--exitCode")).isZero();
    write("config/communities/lab/hub.yaml", LIMIT);

    assertThat(hubs("diff", "--repository=d.git", "--exitCode")).isOne();
  }

  @Test
  void dryRunSaysWhatItWouldPush() {
    assertThat(deploy("--dryRun")).isZero();

    assertThat(lines())
        .contains("would push to d.git, branch deployed: Add lab, lab-course on west");
    assertThat(root.resolve("d.git")).doesNotExist();
  }

  @Test
  void authorThatIsNobodyIsWrongUse() {
    assertThat(deploy("--author", "mira")).isEqualTo(2);
  }

  @Test
  void oneHubIsDeployedAlone() throws IOException {
    assertThat(deploy("--hub", "lab/course")).isZero();

    assertThat(lines()).contains("added lab-course on west").doesNotContain("added lab on west");
  }

  private static final String ESCAPED =
      """
      cluster: west
      overrides:
      - why: as it was
        values:
          jupyterhub:
            hub:
              config:
                KubeSpawner: {slug_scheme: escape}
      """;

  @Test
  void otherHomesStopTheDeploymentAtTheirLine() throws IOException {
    deploy();
    write("config/communities/lab/hub.yaml", ESCAPED);

    assertThat(deploy()).isOne();

    assertThat(lines())
        .contains(
            "config/communities/lab/hub.yaml:8:38: error [guard/home-path] people would find"
                + " another home than theirs: homes.names safe -> escape (lab on west)")
        .anyMatch(
            line ->
                line.contains("acknowledge: [{object: homes, why: ..., who: ..., until: ...}]"));
  }

  @Test
  void differenceTellsThatADeploymentWillBeStopped() throws IOException {
    deploy();
    write("config/communities/lab/hub.yaml", ESCAPED);

    assertThat(hubs("diff", "--repository=d.git")).isZero();

    assertThat(lines())
        .anyMatch(line -> line.contains("warning [guard/home-path] deploying will be"));
  }

  @Test
  void acknowledgedHomesAreDeployed() throws IOException {
    deploy();
    write(
        "config/communities/lab/hub.yaml",
        ESCAPED + "acknowledge:\n- {object: homes, why: moved, who: mira, until: 2026-12-31}\n");

    assertThat(deploy()).isZero();
  }

  @Test
  void removedHubIsTold() throws IOException {
    deploy();
    Files.delete(root.resolve("config/communities/lab/course.yaml"));

    assertThat(deploy()).isOne();

    assertThat(lines())
        .contains(
            "config/fleet.yaml: error [guard/hub-removed] the hub lab-course on west is deployed"
                + " and no longer in the fleet, config/communities/lab/course.yaml is gone");
  }

  private void waves() throws IOException {
    write(
        "config/fleet.yaml",
        "language: 1\nasOf: 2026-11-21\ndeployment:\n  waves:\n    canary: {hubs: [lab-course]}\n"
            + "    rest: {}\n");
  }

  private void changeBoth() throws IOException {
    write("config/communities/lab/hub.yaml", LIMIT);
    write("config/communities/lab/course.yaml", LIMIT);
  }

  @Test
  void waveLeavesTheOthersAsTheyAre() throws IOException {
    waves();
    deploy();
    changeBoth();

    assertThat(deploy("--wave=canary")).isZero();

    assertThat(lines())
        .contains("changed lab-course on west")
        .doesNotContain("changed lab on west");
  }

  @Test
  void laterWaveDoesNotOvertake() throws IOException {
    waves();
    deploy();
    changeBoth();

    assertThat(deploy("--wave=rest")).isOne();
    assertThat(lines())
        .anyMatch(line -> line.contains("error [deploy/earlier-wave] the wave canary"));

    assertThat(deploy("--wave=rest", "--overtake")).isZero();
    assertThat(lines())
        .contains("changed lab on west")
        .doesNotContain("changed lab-course on west");
  }

  @Test
  void wavesOneAfterAnotherDeployEverything() throws IOException {
    waves();

    assertThat(deploy("--wave=canary")).isZero();
    assertThat(deploy("--wave=rest")).isZero();
    assertThat(deploy()).isZero();

    assertThat(lines()).contains("nothing changed, nothing was pushed to d.git, branch deployed");
  }

  @Test
  void waveThatIsNotThereIsWrongUse() throws IOException {
    waves();

    assertThat(deploy("--wave=canari")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("waves are canary, rest");
  }

  private void encryptedSecret() throws IOException {
    write(
        "config/fleet.yaml",
        "language: 1\nasOf: 2026-11-21\nflux: {decryption: {secret: sops-age}}\n"
            + "deployment: {repository: 'https://git.lab.example/d.git'}\n");
    write(
        "config/communities/lab/secrets/hub/login.yaml",
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: login, namespace: lab}
        stringData:
          password: ENC[AES256_GCM,data:AAAA,type:str]
        sops:
          age:
          - {recipient: age1qqqq, enc: AAAA}
          mac: ENC[AES256_GCM,data:AAAA,type:str]
          version: 3.13.3
        """);
  }

  @Test
  void differenceOfAHubWithEncryptedSecretsIsNoOtherThanItsOwn() throws IOException {
    encryptedSecret();
    deploy();
    write("config/communities/lab/hub.yaml", LIMIT);

    assertThat(hubs("diff", "--repository=d.git")).isZero();

    assertThat(lines())
        .contains("  changed ConfigMap/hub")
        .noneMatch(line -> line.contains("Kustomization") || line.contains("Secret"));
  }

  @Test
  void explanationShowsHowFluxDecrypts() throws IOException {
    encryptedSecret();

    assertThat(hubs("explain", "--hub=lab", "--object=Kustomization/lab", "--path=spec.decryption"))
        .isZero();

    assertThat(lines())
        .contains(
            "spec.decryption.secretRef.name: \"sops-age\"",
            "  from config/fleet.yaml:3:29 (fleet)");
  }
}
