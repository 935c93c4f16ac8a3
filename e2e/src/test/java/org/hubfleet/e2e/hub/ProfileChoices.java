package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.e2e.login.IdentityProvider;

/** Every choice of a form, and what nobody may write by hand. */
final class ProfileChoices {
  private ProfileChoices() {}

  /** The choices of the example hub with profiles; their servers stay on paper. */
  static void tidalLab(Stage stage, LiveHub hub, IdentityProvider github) {
    Choice server = Choice.of("server");
    String image = "quay.io/tidal-lab/tides:2026.1";
    List<Choice> all =
        List.of(
            server.with("environment", "r").with("size", "small-2"),
            server.writing("environment", image).with("size", "small-4"),
            Choice.of("gpu").with("environment", "gpu"));
    for (int i = 0; i < all.size(); i++) {
      String name = "reader" + i;
      github.person(name, "{\"teams\": [\"tidal-lab:members\", \"tidal-lab:gpu\"]}");
      Person reader = stage.onPaper(hub, name).in(Login.at(github, name));
      Page page = reader.choose(all.get(i).fields());
      assertThat(page.path()).as(page.toString()).startsWith("/hub/spawn-pending/");
      WorkingDay.isAsPromised(reader, all.get(i));
    }
    Person forger = stage.onPaper(hub, "mira").in(Login.at(github, "mira"));
    String evil = "docker.io/evil/miner:1";
    refused(forger, server.writing("environment", evil), "is not allowed");
    refused(forger, server.writing("environment", image + "\nFROM evil"), "is not allowed");
    refused(forger, Choice.of("").writing("environment", evil), "is not allowed");
    refused(forger, server.with("size", "small-900"), "has no such choice");
    refused(forger, server.writing("size", "900G"), "takes no written choice");
    refused(forger, server.with("environment", "gpu"), "has no such choice");
    refused(forger, Choice.of("gpu"), "there is no such profile");
    refused(forger, Choice.of("supercomputer"), "there is no such profile");
  }

  /** A request written by hand is refused, with the reason, and asks for no pod. */
  static void refused(Person person, Choice choice, String reason) {
    Page answer = person.request("", choice.request());
    // The hub takes the request first and looks at it when it starts the server; that may be over.
    assertThat(answer.code()).as(choice + ": " + answer).isIn(201, 202, 400);
    Page why = answer.code() == 400 ? answer : person.awaitRefusal();
    assertThat(why.body()).as(choice + ": " + why).contains(reason);
    assertThat(person.hub().objects().podOf(person.name())).as("a pod for %s", choice).isEmpty();
    assertThat(person.servers().has("")).isFalse();
  }
}
