package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.hubfleet.e2e.login.IdentityProvider;

/** Journeys through the hubs of the suite's own fleet. */
final class OwnHubs {
  private static final String BY_MOCK = "The identity provider of the suite";

  private OwnHubs() {}

  /** Teams at GitHub are groups of the hub, and some choices are for some groups. */
  static void reef(Stage stage) throws IOException {
    String row = "reef";
    IdentityProvider github = stage.provider();
    github.register("reef", "coral", "https://reef.bay.example/hub/oauth_callback");
    github.person("dora", "{\"teams\": [\"reef:divers\", \"reef:boats\"]}");
    github.person("sam", "{\"teams\": [\"reef:swimmers\"]}");
    github.person("stranger", "{\"teams\": [\"desert:divers\"]}");
    try (LiveHub hub =
        stage
            .prepare(row, stage.ownFleet(), "reef/hub")
            .replacing(
                BY_MOCK,
                "hub: {config: {GitHubOAuthenticator: {github_url: \"%s\"}}}"
                    .formatted(stage.provider("/github")))
            .secret("reef-login", Map.of("client-id", "reef", "client-secret", "coral"))
            .boot()) {
      stage.passed(row, "booted");
      Person dora = stage.onPaper(hub, "dora").in(Login.at(github, "dora"));
      Person sam = new Person(hub, "sam").in(Login.at(github, "sam"));
      new Person(hub, "stranger").refusedBy(Login.at(github, "stranger"));
      assertThat(dora.groups()).containsExactlyInAnyOrder("reef:divers", "reef:boats");
      assertThat(sam.groups()).containsExactly("reef:swimmers");
      stage.passed(row, "login");
      assertThat(sam.form().text()).contains("Small").doesNotContain("Large", "Deep water");
      assertThat(dora.form().text()).contains("Small", "Large", "Deep water");
      Choice small = Choice.of("server").with("size", "small");
      Choice large = Choice.of("server").with("size", "large");
      ProfileChoices.refused(sam, large, "has no such choice");
      ProfileChoices.refused(sam, Choice.of("").with("size", "large"), "has no such choice");
      ProfileChoices.refused(sam, Choice.of("deep"), "there is no such profile");
      new WorkingDay(stage, row, sam).starts(small).works().comesBack(small, true);
      assertThat(dora.choose(large.fields()).path()).startsWith("/hub/spawn-pending/");
      WorkingDay.isAsPromised(dora, large);
    }
  }

  /** Two universities at CILogon; one person has several servers, each with its own home. */
  static void delta(Stage stage) throws IOException {
    String row = "delta";
    IdentityProvider cilogon = stage.provider();
    cilogon.register("delta", "silt", "https://delta.bay.example/hub/oauth_callback");
    member(cilogon, "ana@coast.example", "https://idp.coast.example/shibboleth");
    member(cilogon, "pilot@coast.example", "https://idp.coast.example/shibboleth");
    member(cilogon, "hal@geo.hills.example", "https://idp.hills.example/shibboleth");
    member(cilogon, "art@arts.hills.example", "https://idp.hills.example/shibboleth");
    member(cilogon, "joe@plains.example", "https://idp.plains.example/shibboleth");
    Preparation preparation =
        stage
            .prepare(row, stage.ownFleet(), "delta/hub")
            .replacing(
                BY_MOCK, "hub: {config: {CILogonOAuthenticator: " + endpoints(cilogon) + "}}")
            .secret("delta-login", Map.of("client-id", "delta", "client-secret", "silt"));
    try (LiveHub hub = preparation.boot()) {
      stage.passed(row, "booted");
      Person ana = new Person(hub, "ana").in(Login.at(cilogon, "ana@coast.example"));
      Person pilot = stage.onPaper(hub, "pilot").in(Login.at(cilogon, "pilot@coast.example"));
      stage
          .onPaper(hub, "hills:hal@geo.hills.example")
          .in(Login.at(cilogon, "hal@geo.hills.example"));
      new Person(hub, "art").refusedBy(Login.at(cilogon, "art@arts.hills.example"));
      new Person(hub, "joe").refusedBy(Login.at(cilogon, "joe@plains.example"));
      stage.passed(row, "login");
      NamedServers.of(stage, row, ana);
      AdminLeaves.after(
          pilot,
          preparation.replacing(
              "The pilot has left.",
              "hub: {config: {Authenticator: {admin_users: [harbourmaster]}}}"));
      assertThat(ana.servers().has("second")).isTrue();
    }
  }

  private static void member(IdentityProvider cilogon, String email, String idp) {
    cilogon.person(email, "{\"email\": \"%s\", \"idp\": \"%s\"}".formatted(email, idp));
  }

  private static String endpoints(IdentityProvider provider) {
    return "{authorize_url: \"%s\", token_url: \"%s\", userdata_url: \"%s\"}"
        .formatted(
            provider.discovered("authorization_endpoint"),
            provider.discovered("token_endpoint"),
            provider.discovered("userinfo_endpoint"));
  }

  /** A learning platform launches the hub; servers that nobody uses end, others do not. */
  static void course(Stage stage) throws IOException {
    String row = "course";
    IdentityProvider platform = stage.provider();
    platform.register("course-client", "", "https://course.bay.example/hub/lti13/oauth_callback");
    platform.person("4711", "{\"preferred_username\": \"lea\"}");
    platform.person("4712", "{\"preferred_username\": \"max\"}");
    try (LiveHub hub =
        stage
            .prepare(row, stage.ownFleet(), "course/hub")
            .replacing(
                BY_MOCK,
                "hub: {config: {LTI13Authenticator: {authorize_url: \"%s\", jwks_endpoint: \"%s\"}}}"
                    .formatted(
                        platform.discovered("authorization_endpoint"),
                        platform.discovered("jwks_uri")))
            .boot()) {
      stage.passed(row, "booted");
      Person lea = new Person(hub, "lea").in(Login.launch(platform, "4711", "course-client"));
      Person max = new Person(hub, "max").in(Login.launch(platform, "4712", "course-client"));
      Launch.ofAnotherIsRefused(hub, platform);
      stage.passed(row, "login");
      IdleServers.end(lea, max);
      stage.passed(row, "spawned");
    }
  }

  /** OpenID Connect by discovery; who is in which crew decides who may do what. */
  static void harbor(Stage stage) throws IOException {
    String row = "harbor";
    IdentityProvider id = stage.provider();
    id.register("harbor", "anchor", "https://harbor.bay.example/hub/oauth_callback");
    id.person("jack", "{\"preferred_username\": \"jack\", \"crews\": [\"sailors\"]}");
    id.person("kate", "{\"preferred_username\": \"kate\", \"crews\": [\"officers\"]}");
    id.person("theo", "{\"preferred_username\": \"theo\", \"crews\": [\"tourists\"]}");
    try (LiveHub hub =
        stage
            .prepare(row, stage.ownFleet(), "harbor/hub")
            .replacing(BY_MOCK, "hub: {config: {GenericOAuthenticator: " + endpoints(id) + "}}")
            .secret("harbor-login", Map.of("client-id", "harbor", "client-secret", "anchor"))
            .boot()) {
      stage.passed(row, "booted");
      Person jack = stage.onPaper(hub, "jack").in(Login.at(id, "jack"));
      Person kate = stage.onPaper(hub, "kate").in(Login.at(id, "kate"));
      new Person(hub, "theo").refusedBy(Login.at(id, "theo"));
      assertThat(jack.groups()).containsExactly("sailors");
      assertThat(jack.isAdmin()).isFalse();
      assertThat(kate.isAdmin()).isTrue();
      id.person("kate", "{\"preferred_username\": \"kate\", \"crews\": [\"sailors\"]}");
      Person later = stage.onPaper(hub, "kate").in(Login.at(id, "kate"));
      assertThat(later.isAdmin()).isFalse();
      stage.passed(row, "login");
    }
  }
}
