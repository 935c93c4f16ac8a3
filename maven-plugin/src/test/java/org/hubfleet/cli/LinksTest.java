package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hubfleet.cli.FleetOnDisk.Called;
import org.hubfleet.model.link.LinkReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LinksTest {
  private static final String LAUNCHES =
      "https://lab.example.org/hub/user-redirect/lab/tree/course/week%201/start.ipynb";
  private static final String PULLS =
      "https://lab.example.org/hub/user-redirect/git-pull"
          + "?repo=https%3A%2F%2Fgithub.com%2Ftidal-lab%2Fcourse&branch=main"
          + "&urlpath=lab%2Ftree%2Fcourse%2Fweek%25201%2Fstart.ipynb";

  @TempDir Path root;
  private FleetOnDisk fleet;

  @BeforeEach
  void fleet() throws IOException {
    fleet = FleetOnDisk.in(root, "config");
    fleet.write(
        "config/clusters/west.yaml",
        "provider: gke\nkubernetes: \"1.35\"\nentry: {kind: ingress, class: nginx}\n");
    fleet.write(
        "config/communities/lab/hub.yaml",
        """
        title: Tidal_Lab [1]
        cluster: west
        domain: lab.example.org
        page: {colours: {main: "#1b4f72"}}
        content:
          course: {repo: "https://github.com/tidal-lab/course", branch: main, open: week 1/start.ipynb}
          guide: https://github.com/tidal-lab/guide
        """);
  }

  @Test
  void contentHasALinkThatLaunchesAndOneThatPulls() {
    Called called = fleet.call("links", "--hub=lab", "--content=course");

    assertThat(called.status()).isZero();
    assertThat(called.out().lines().map(String::strip)).contains("course", LAUNCHES, PULLS);
  }

  @Test
  void withoutANameAllContentIsListed() {
    Called called = fleet.call("links", "--hub=lab");

    assertThat(called.out().lines()).contains("course", "guide");
  }

  @Test
  void badgesAreMarkdown() {
    Called called = fleet.call("links", "--hub=lab", "--content=course", "--format=markdown");

    assertThat(called.out())
        .isEqualTo(
            "[![Open in Tidal\\_Lab \\[1\\]](https://img.shields.io/badge/"
                + "open_in-Tidal__Lab_%5B1%5D-1b4f72)]("
                + LAUNCHES
                + ")\n");
  }

  @Test
  void machinesGetJson() {
    Called called = fleet.call("links", "--hub=lab", "--content=course", "--format=json");

    JsonNode link = json(called).path("links").path(0);
    assertThat(link.path("launches").stringValue()).isEqualTo(LAUNCHES);
    assertThat(link.path("pulls").stringValue()).isEqualTo(PULLS);
    assertThat(link.path("html").stringValue())
        .startsWith("<a href=\"https://lab.example.org/hub/");
  }

  @Test
  void everyLinkIsReadBackToHubRepositoryAndPath() {
    JsonNode links = json(fleet.call("links", "--hub=lab", "--format=json")).path("links");

    assertThat(links.size()).isEqualTo(2);
    for (JsonNode link : links) {
      for (String kind : new String[] {"launches", "pulls"}) {
        Called called =
            fleet.call("links", "--link=" + link.path(kind).stringValue(), "--format=json");
        JsonNode read = json(called).path("links").path(0);
        assertThat(read.path("hub").stringValue()).isEqualTo("lab");
        assertThat(read.path("content")).isEqualTo(link.path("name"));
        assertThat(read.path("repository")).isEqualTo(link.path("repository"));
        assertThat(read.path("path")).isEqualTo(link.path("path"));
        assertThat(read.path("ui")).isEqualTo(link.path("ui"));
      }
    }
  }

  @Test
  void aRepositoryThatHomesDoNotHoldIsPulledOnly() {
    Called called =
        fleet.call(
            "links",
            "--hub=lab",
            "--content=https://github.com/other/notes/blob/dev/a.ipynb",
            "--ui=classic",
            "--format=json");

    JsonNode link = json(called).path("links").path(0);
    assertThat(link.has("launches")).isFalse();
    assertThat(LinkReader.read(link.path("pulls").stringValue()))
        .hasValueSatisfying(
            read -> {
              assertThat(read.branch()).contains("dev");
              assertThat(read.path()).isEqualTo("a.ipynb");
              assertThat(read.ui().word()).isEqualTo("classic");
            });
  }

  @Test
  void anotherBranchThanTheHubsIsNotInHomes() {
    Called called =
        fleet.call("links", "--hub=lab", "--content=course", "--branch=dev", "--path=b.ipynb");

    assertThat(called.out()).contains("&branch=dev&urlpath=lab%2Ftree%2Fcourse%2Fb.ipynb");
    assertThat(called.out()).doesNotContain("user-redirect/lab");
  }

  @Test
  void aUiThatOpensNoFileSaysSo() {
    Called called = fleet.call("links", "--hub=lab", "--content=course", "--ui=rstudio");

    assertThat(called.out()).contains("&urlpath=rstudio%2F\n").doesNotContain("start.ipynb");
    assertThat(called.err()).contains("rstudio opens no file from a link");
  }

  @Test
  void aPageIsSearchedForLinksToOtherHubs() throws IOException {
    fleet.write(
        "syllabus.md",
        "Start [here]("
            + PULLS
            + ").\nOld: https://old.example.org/hub/user-redirect/git-pull"
            + "?repo=https://github.com/tidal-lab/course, and see <https://example.org/>.\n");

    Called all = fleet.call("links", "--link=syllabus.md");
    Called own = fleet.call("links", "--hub=lab", "--link=syllabus.md");

    assertThat(all.status()).isZero();
    assertThat(all.out())
        .contains("  hub: lab\n  repository: https://github.com/tidal-lab/course (content course)")
        .contains("  hub: not of this fleet, https://old.example.org/\n");
    assertThat(own.status()).isEqualTo(1);
    assertThat(own.err()).contains("1 link leads to another hub");
  }

  @Test
  void mistakesAreSaid() {
    assertThat(fleet.call("links").status()).isEqualTo(2);
    assertThat(fleet.call("links", "--hub=lba").err()).contains("did you mean lab?");
    assertThat(fleet.call("links", "--hub=lab/course").err()).contains("has no domain");
    assertThat(fleet.call("links", "--hub=lab", "--ui=emacs").err()).contains("ui is one of lab");
    assertThat(fleet.call("links", "--hub=lab", "--content=x").err())
        .contains("no name in the hub");
    assertThat(fleet.call("links", "--link=https://example.org/").err()).contains("into no hub");
    assertThat(fleet.call("links", "--link=none.md").err()).contains("neither a link nor");
    assertThat(fleet.call("validate", "--format=markdown").status()).isEqualTo(2);
    assertThat(fleet.call("links", "--hub=lab", "--format=sarif").status()).isEqualTo(2);
  }

  private static JsonNode json(Called called) {
    return new JsonMapper().readTree(called.out());
  }
}
