package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hubfleet.cli.FleetOnDisk.Called;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class NewTest {
  private static final String FILE = "config/communities/tidal-lab/hub.yaml";
  private static final String[] ASKED = {
    "new",
    "--hub=tidal-lab",
    "--domain=hub.tidal.example",
    "--login=github",
    "--allowed=tidal-lab:members",
    "--admins=mira, tobias"
  };

  @TempDir Path root;
  private FleetOnDisk fleet;

  @BeforeEach
  void fleet() throws IOException {
    fleet = FleetOnDisk.in(root, "config");
    fleet.write(
        "config/clusters/west.yaml",
        "provider: gke\nkubernetes: \"1.35\"\nentry: {kind: ingress, class: nginx}\n");
  }

  @Test
  void theFirstFileIsWrittenWithCommentsThatTeach() throws IOException {
    Called called = fleet.call(ASKED);

    assertThat(called.status()).as(called.err()).isZero();
    assertThat(fleet.text(FILE))
        .startsWith(
            """
            # yaml-language-server: $schema=../../../schemas/hub.json
            # What a hub can say, with examples: docs/capabilities. After each change: mvn package.
            title: "Tidal Lab"
            cluster: west
            domain: hub.tidal.example

            # Who gets in, and who looks after the hub.
            # Register the hub there with the callback URL that hubs:explain shows, and put client-id and
            # client-secret into the Secret tidal-lab-login in the hub's namespace.
            access:
              github:
              - tidal-lab:members
              admins:
              - mira
              - tobias

            # More that a hub can say. Take away a number sign and change what follows it.
            """);
    assertThat(called.out()).contains("callback URL: https://hub.tidal.example/hub/oauth_callback");
  }

  @Test
  void itValidatesAsItIsWritten() {
    fleet.call(ASKED);

    assertThat(fleet.call("validate", "--hub=tidal-lab", "--failOn=warning").status()).isZero();
  }

  @Test
  void itValidatesWithEachOfItsExamples() throws IOException {
    fleet.call(ASKED);
    String text = fleet.text(FILE);
    List<String> examples =
        text.lines().filter(line -> line.startsWith("#") && !line.startsWith("# ")).toList();

    assertThat(examples).hasSizeGreaterThan(4);
    for (String example : examples) {
      fleet.write(FILE, text.replace(example, example.substring(1)));
      Called called = fleet.call("validate", "--hub=tidal-lab");
      assertThat(called.status()).as(example + "\n" + called.out() + called.err()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "github, tidal-lab",
    "google, tidal.example",
    "'institutions', 'google@tidal.example,coast-college=https://idp.coast.example/idp'",
    "moodle, 'https://moodle.coast.example,10000000000001'",
    "keycloak, https://id.coast.example/realms/college",
    "gitlab, https://gitlab.coast.example",
    "okta, https://coast.okta.example",
    "auth0, https://coast.auth0.example",
    "password, ''",
    "temporary, ''"
  })
  void everyWayToLogInValidates(String way, String allowed) {
    Called called =
        fleet.call(
            "new",
            "--hub=tidal-lab/teaching",
            "--domain=t.tidal.example",
            "--login=" + way,
            "--allowed=" + allowed);

    assertThat(called.status()).as(called.out() + called.err()).isZero();
    assertThat(root.resolve("config/communities/tidal-lab/teaching.yaml")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "publish@1.0"})
  void aDistributionMaySayHowPeopleLogIn(String distribution) throws IOException {
    Called called = fleet.call("new", "--hub=book", "--distribution=" + distribution);

    assertThat(called.status()).as(called.out() + called.err()).isZero();
    assertThat(fleet.text("config/communities/book/hub.yaml"))
        .contains("\ndistribution: ")
        .contains("#domain: book.example.org");
  }

  @Test
  void nothingIsEverOverwritten() throws IOException {
    fleet.write(FILE, "cluster: west\n");

    Called called = fleet.call(ASKED);

    assertThat(called.status()).isEqualTo(1);
    assertThat(called.err()).contains("is there already");
    assertThat(fleet.text(FILE)).isEqualTo("cluster: west\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --cluster=wset | did you mean "west"? | 1
          --distribution=clasroom | distribution/unknown | 1
          --domain=Hub Tidal | config/bad-format | 1
          --login=github | needs allowed: organisations | 2
          --login=githup | login is one of | 2
          --title=x | say how people log in | 2
          """)
  void whatDoesNotCompileIsNotWritten(String wrong, String said, int status) {
    Called called = fleet.call("new", "--hub=tidal-lab", wrong);

    assertThat(called.out() + called.err()).contains(said);
    assertThat(called.status()).isEqualTo(status);
    assertThat(root.resolve("config/communities/tidal-lab")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "Tidal", "tidal/../../x", "tidal/community", "a/b/c"})
  void namesAreNames(String name) throws IOException {
    Called called = fleet.call("new", "--hub=" + name, "--login=temporary");

    assertThat(called.status()).isEqualTo(2);
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(4);
    }
  }

  @Test
  void ofSeveralClustersOneIsNamed() throws IOException {
    fleet.write("config/clusters/east.yaml", "provider: eks\nkubernetes: \"1.35\"\n");

    assertThat(fleet.call(ASKED).err())
        .contains("say on which cluster, east or west: mvn hubs:new -Dhubs.hub=")
        .contains(" -Dhubs.cluster=east");
  }

  @Test
  void textsOfAllKindsStayTexts() throws IOException {
    Called called = fleet.call("new", "--hub=x", "--login=temporary", "--title=on: \"#1\" {x}\ny");

    assertThat(called.status()).as(called.err()).isZero();
    assertThat(fleet.call("validate", "--hub=x", "--failOn=warning").status()).isZero();
    assertThat(fleet.text("config/communities/x/hub.yaml"))
        .contains("title: |-\n  on: \"#1\" {x}\n  y\ncluster: west\n");
  }

  @Test
  void machinesGetJson() {
    Called called = fleet.call("new", "--hub=x", "--login=temporary", "--format=json");

    var document = new JsonMapper().readTree(called.out());
    assertThat(document.path("file").stringValue()).isEqualTo("config/communities/x/hub.yaml");
    assertThat(document.path("hub").stringValue()).isEqualTo("x");
  }
}
