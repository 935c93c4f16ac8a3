package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hubfleet.e2e.login.IdentityProvider;

/** Journeys through the hubs of the example fleet. */
final class ExampleHubs {
  private static final String LONG = "a much longer password than that of the guests";
  private static final String BY_MOCK = "The identity provider of the suite";

  private ExampleHubs() {}

  /** The hub that says nothing but its cluster; what runs is what was emitted. */
  static void makerspace(Stage stage) throws IOException {
    String row = "makerspace";
    try (LiveHub hub = stage.prepare(row, stage.examples(), "makerspace/hub").boot()) {
      new Tokens(hub).drawn();
      AsEmitted.check(hub);
      stage.passed(row, "booted");
      Person ada = new Person(hub, "ada").in(Login.password("anything"));
      Person bob = stage.onPaper(hub, "bob").in(Login.password("anything"));
      stage.passed(row, "login");
      WorkingDay day = new WorkingDay(stage, row, ada).starts(Choice.NONE).works();
      Page refused = bob.open(ada.root("") + "lab");
      assertThat(refused.code()).as(refused.toString()).isEqualTo(403);
      Restart.whileItRuns(hub, ada);
      day.comesBack(Choice.NONE, true);
      new Tokens(hub).drawnOnce();
    }
  }

  /** Environments, sizes, a card and a written choice, some by team; login by teams at GitHub. */
  static void tidalLab(Stage stage) throws IOException {
    String row = "tidal-lab";
    IdentityProvider github = stage.provider();
    github.register("tidal", "moon", "https://hub.tidal.example/hub/oauth_callback");
    github.person("mira", "{\"teams\": [\"tidal-lab:members\"]}");
    github.person("otto", "{\"teams\": [\"tidal-lab:members\", \"tidal-lab:gpu\"]}");
    github.person("ines", "{\"teams\": [\"tidal-lab:members\"]}");
    github.person("pia", "{\"teams\": [\"tidal-lab:visitors\"]}");
    try (LiveHub hub =
        stage
            .prepare(row, stage.examples(), "tidal-lab/hub")
            .replacing(
                BY_MOCK,
                "hub: {config: {GitHubOAuthenticator: {github_url: \""
                    + stage.provider("/github")
                    + "\"}}}")
            .secret("tidal-lab-login", Map.of("client-id", "tidal", "client-secret", "moon"))
            .boot()) {
      AsEmitted.check(hub);
      stage.passed(row, "booted");
      Person mira = stage.onPaper(hub, "mira").in(Login.at(github, "mira"));
      Person otto = new Person(hub, "otto").in(Login.at(github, "otto"));
      new Person(hub, "pia").refusedBy(Login.at(github, "pia"));
      stage.passed(row, "login");
      assertThat(otto.form().text())
          .contains("Scientific Python", "R and RStudio", "Another image", "13 GB", "T4 card");
      assertThat(mira.form().text()).contains("R and RStudio").doesNotContain("PyTorch", "T4");
      Choice usual = Choice.of("server").with("environment", "python").with("size", "small-4");
      new WorkingDay(stage, row, otto)
          .starts(usual)
          .works()
          .isAlone(stage.onPaper(hub, "ines").in(Login.at(github, "ines")), mira);
      ProfileChoices.tidalLab(stage, hub, github);
    }
  }

  /** A course, homes on a file server; login at Google by domain, with names that need escaping. */
  static void coastTeaching(Stage stage) throws IOException {
    String row = "coast-teaching";
    IdentityProvider google = stage.provider();
    google.register("coast", "sand", "https://coast.shoreline.example/hub/oauth_callback");
    for (String name : new String[] {"prof.sand", "Kim.O", "lou", "ana", "eve"}) {
      String domain = name.equals("eve") ? "elsewhere.example" : "coast.example";
      google.person(
          name + "@" + domain,
          "{\"email\": \"%s@%s\", \"verified_email\": true, \"hd\": \"%s\"}"
              .formatted(name, domain, domain));
    }
    try (LiveHub hub =
        stage
            .prepare(row, stage.examples(), "coast/teaching")
            .replacing(
                BY_MOCK,
                "hub: {config: {GoogleOAuthenticator: {authorize_url: \"%s\", token_url: \"%s\", userdata_url: \"%s\"}}}"
                    .formatted(
                        google.discovered("authorization_endpoint"),
                        google.discovered("token_endpoint"),
                        google.discovered("userinfo_endpoint")))
            .secret("coast-teaching-login", Map.of("client-id", "coast", "client-secret", "sand"))
            .sharedClaim("home-nfs")
            .boot()) {
      AsEmitted.check(hub);
      stage.passed(row, "booted");
      Person kim = new Person(hub, "kim.o").in(Login.at(google, "Kim.O@coast.example"));
      Person lou = stage.onPaper(hub, "lou").in(Login.at(google, "lou@coast.example"));
      Person sand = stage.onPaper(hub, "prof.sand").in(Login.at(google, "prof.sand@coast.example"));
      new Person(hub, "eve").refusedBy(Login.at(google, "eve@elsewhere.example"));
      stage.passed(row, "login");
      Person ana = stage.onPaper(hub, "ana").in(Login.at(google, "ana@coast.example"));
      assertThat(ana.groups()).containsExactly("sea-assistants");
      assertThat(kim.groups()).containsExactly("sea-students");
      assertThat(sand.groups()).isEmpty();
      new WorkingDay(stage, row, kim)
          .starts(Choice.NONE)
          .works()
          .comesBack(Choice.NONE, true)
          .isAlone(lou, sand)
          .isAlone(lou, ana);
      Assistant.of(ana).isOneFor(kim, sand);
      Path home = stage.nodes().claim(hub.namespace(), "home-nfs").resolve(SafeSlug.of(kim.name()));
      assertThat(Files.readString(home.resolve("diary.txt"))).isEqualTo("low tide at six\n");
    }
  }

  /** One password for all, no homes, placeholders and priorities. */
  static void summerSchool(Stage stage) throws IOException {
    String row = "summer-school";
    try (LiveHub hub =
        stage
            .prepare(row, stage.examples(), "summer-school/hub")
            .secret(
                "summer-school-login",
                Map.of("user-password", "sun and wind", "admin-password", LONG))
            .boot()) {
      AsEmitted.check(hub);
      stage.passed(row, "booted");
      Person guest = new Person(hub, "guest").in(Login.password("sun and wind"));
      Person teacher = stage.onPaper(hub, "teacher").in(Login.password(LONG));
      new Person(hub, "burglar").refusedBy(Login.password("wrong"));
      stage.passed(row, "login");
      new WorkingDay(stage, row, guest)
          .starts(Choice.NONE)
          .works()
          .comesBack(Choice.NONE, false)
          .isAlone(stage.onPaper(hub, "other").in(Login.password("sun and wind")), teacher);
    }
  }

  /** Readers who come without an account and keep nothing, and a page with words of its own. */
  static void atlas(Stage stage) throws IOException {
    String row = "atlas";
    try (LiveHub hub = stage.prepare(row, stage.examples(), "atlas/hub").boot()) {
      AsEmitted.check(hub);
      stage.passed(row, "booted");
      Person reader = Person.anybody(hub);
      Person other = Person.anybody(hub);
      assertThat(reader.name()).isNotEqualTo(other.name());
      assertThat(reader.open("/hub/home").text()).contains("Nothing you do here is kept.");
      stage.passed(row, "login");
      new WorkingDay(stage, row, reader).starts(Choice.NONE).works().comesBack(Choice.NONE, false);
      Page refused = other.open(reader.root("") + "lab");
      assertThat(refused.code()).as(refused.toString()).isEqualTo(403);
    }
  }
}
