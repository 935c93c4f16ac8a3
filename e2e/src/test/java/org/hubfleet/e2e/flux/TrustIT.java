package org.hubfleet.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.e2e.process.Program;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a hub's account may not do, and whom its secrets are for. */
@Order(13)
@Tag("flux")
@ExtendWith(OnStage.class)
class TrustIT {
  private static final String ELSEWHERE =
      """
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: forged, namespace: f-beta}
      """;
  private static final String TOO_MUCH =
      """
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: forged, namespace: f-alpha}
      rules:
      - {apiGroups: [""], resources: [pods/exec], verbs: [create]}
      """;
  private static final String LOGIN =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: login, namespace: f-alpha}
      stringData: {password: "sesame, open"}
      """;

  @Test
  void aHubCannotReachIntoTheNamespaceOfAnother(Stage stage) throws IOException {
    forge(stage, ELSEWHERE);

    stage
        .set("f-alpha")
        .awaitTrouble("ReconciliationFailed", "flux-system:hub-f-alpha", "\"f-beta\"", "forbidden");
    assertThat(stage.live("f-beta").objects()).doesNotContainKey("ConfigMap/forged");
  }

  @Test
  void aHubCannotGiveItselfMoreRights(Stage stage) throws IOException {
    forge(stage, TOO_MUCH);

    stage.set("f-alpha").awaitTrouble("attempting to grant RBAC permissions", "pods/exec");
    assertThat(stage.live("f-alpha").objects()).doesNotContainKey("Role/forged");
  }

  /** A commit that no run of ours makes. */
  private static void forge(Stage stage, String forged) throws IOException {
    StageFleet two = stage.example().withTwoHubs();
    stage.apply(two);
    SortedMap<String, String> files = new TreeMap<>(stage.repository().files());
    files.computeIfPresent("west/hubs/f-alpha/hub.yaml", (path, text) -> text + forged);
    stage.commit(files);
  }

  @Test
  void anEncryptedSecretIsDecryptedInTheClusterOnly(Stage stage) throws IOException {
    Path work = stage.suite().work("sops");
    Path keys = work.resolve("keys.txt");
    Program here = new Program(work, Map.of("SOPS_AGE_KEY_FILE", keys.toString()));
    here.text(tool(stage, "age-keygen"), "-o", keys.toString());
    String recipient = here.text(tool(stage, "age-keygen"), "-y", keys.toString());
    Path login = Files.writeString(work.resolve("login.yaml"), LOGIN);
    String encrypted =
        here.text(
                tool(stage, "sops"),
                "encrypt",
                "--age",
                recipient,
                "--encrypted-regex",
                "^(data|stringData)$",
                login.toString())
            + "\n";
    assertThat(encrypted).doesNotContain("sesame");
    stage
        .api()
        .post(
            "/api/v1/namespaces/flux-system/secrets",
            "{\"metadata\": {\"name\": \"sops-age\"}, \"data\": {\"suite.agekey\": \""
                + Base64.getEncoder().encodeToString(Files.readAllBytes(keys))
                + "\"}}");

    stage.apply(
        stage
            .example()
            .withTwoHubs()
            .with("communities/f-alpha/secrets/hub/login.yaml", encrypted));

    assertThat(stage.repository().files().values())
        .anyMatch(text -> text.contains("ENC["))
        .noneMatch(text -> text.contains("sesame"));
    String value = FluxSet.text(stage.live("f-alpha").get("Secret/login"), "data.password");
    assertThat(new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
        .isEqualTo("sesame, open");
  }

  @Test
  void textThatLooksLikeAVariableArrivesAsItIs(Stage stage) throws IOException {
    String text = "${HOME} and $${cluster}";
    stage.apply(
        stage
            .example()
            .withTwoHubs()
            .withHub(
                "f-alpha",
                "{singleuser: {extraFiles: {note: {mountPath: /tmp/note, stringData: '"
                    + text
                    + "'}}}}"));

    Live live = stage.live("f-alpha");
    assertThat(live.objects().values()).anyMatch(object -> object.toString().contains(text));
  }

  private static String tool(Stage stage, String name) throws IOException {
    return stage.suite().tools().program("flux", name).toString();
  }
}
