package org.hubfleet.model.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkReaderTest {
  private static final String REPO = "https://github.com/tidal-lab/course";
  private static final List<String> NAMES =
      List.of(
          "a", "Week 1", "données", "50%", "a+b", "x&y=z", "#1", "what?", "(1)", "日本", "%41", "~");

  /** Forms that are found on course pages, in documentation and in mails. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://hub.example.org/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Ftidal-lab%2Fcourse&branch=main&urlpath=lab%2Ftree%2Fcourse%2Fone.ipynb | https://hub.example.org/ | main | one.ipynb | LAB
          https://hub.example.org/hub/user-redirect/git-pull?repo=https://github.com/tidal-lab/course.git&urlpath=tree/course/week 1/one.ipynb | https://hub.example.org/ | | week 1/one.ipynb | CLASSIC
          https://hub.example.org/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Ftidal-lab%2Fcourse%2F&urlpath=lab%2Ftree%2Fcourse%2Fweek+1%2Fone.ipynb%3Fautodecode&branch=gh-pages | https://hub.example.org/ | gh-pages | week 1/one.ipynb | LAB
          https://hub.example.org/lab/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Ftidal-lab%2Fcourse&urlpath=rstudio%2F | https://hub.example.org/lab/ | | '' | RSTUDIO
          https://hub.example.org/user/mira/git-pull?repo=https%3A%2F%2Fgithub.com%2Ftidal-lab%2Fcourse&subPath=one.ipynb&app=lab | https://hub.example.org/ | | one.ipynb | LAB
          https://hub.example.org/user/mira/lab-2/git-pull?repo=github.com/tidal-lab/course&path=one.ipynb | https://hub.example.org/ | | one.ipynb | LAB
          https://hub.example.org/hub/user-redirect/interact?repo=https://github.com/tidal-lab/course&path=one.ipynb&app=notebook | https://hub.example.org/ | | one.ipynb | CLASSIC
          https://HUB.example.org/hub/user-redirect/git-pull?repo=git@github.com:tidal-lab/course.git&branch=v1.0#top | https://hub.example.org/ | v1.0 | '' | LAB
          https://hub.example.org/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Ftidal-lab%2Fcourse%2Ftree%2Fmain&urlpath=lab/workspaces/auto-x/tree/course/one.ipynb | https://hub.example.org/ | main | one.ipynb | LAB
          https://hub.example.org/hub/user-redirect/git-pull?targetpath=material&repo=https%3A%2F%2Fgithub.com%2Ftidal-lab%2Fcourse&urlpath=lab%2Ftree%2Fmaterial%2Fone.ipynb | https://hub.example.org/ | | one.ipynb | LAB
          https://hub.example.org/hub/login?next=%2Fhub%2Fuser-redirect%2Fgit-pull%3Frepo%3Dhttps%253A%252F%252Fgithub.com%252Ftidal-lab%252Fcourse%26urlpath%3Dlab%252Ftree%252Fcourse%252Fone.ipynb | https://hub.example.org/ | | one.ipynb | LAB
          https://hub.example.org/hub/spawn/mira?next=https%3A%2F%2Fhub.example.org%2Fhub%2Fuser-redirect%2Fgit-pull%3Frepo%3Dhttps%253A%252F%252Fgithub.com%252Ftidal-lab%252Fcourse | https://hub.example.org/ | | '' | LAB
          https://nbgitpuller.readthedocs.io/en/latest/link.html?hub=https://hub.example.org&repo=https://github.com/tidal-lab/course&branch=main&app=rstudio | https://hub.example.org/ | main | '' | RSTUDIO
          https://mybinder.org/v2/gh/tidal-lab/environment/main?urlpath=git-pull%3Frepo%3Dhttps%253A%252F%252Fgithub.com%252Ftidal-lab%252Fcourse%26urlpath%3Dlab%252Ftree%252Fcourse%252Fone.ipynb%26branch%3Dmain | https://mybinder.org/ | main | one.ipynb | LAB
          """)
  void readsTheFormsOfTheWorld(String url, String hub, String branch, String path, Ui ui) {
    Link link = LinkReader.read(url).orElseThrow();

    assertThat(link.hub()).isEqualTo(hub);
    assertThat(link.repository()).contains(new Repository(REPO));
    assertThat(link.branch()).isEqualTo(Optional.ofNullable(branch));
    assertThat(link.path()).isEqualTo(path);
    assertThat(link.ui()).isEqualTo(ui);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/",
        "https://example.org/hub/home",
        "https://example.org/hub/user-redirect/git-pull",
        "https://example.org/hub/login?next=https://example.org/hub/login?next=/",
        "mailto:mira@example.org",
        "ftp://hub.example.org/hub/user-redirect/git-pull?repo=x",
        "not a link",
        ""
      })
  void otherAddressesAreNone(String url) {
    assertThat(LinkReader.read(url)).isEmpty();
  }

  @Test
  void aLinkWithoutARepositoryHasAFolder() {
    Link link =
        LinkReader.read("https://hub.example.org/hub/user-redirect/lab/tree/course/one.ipynb")
            .orElseThrow();

    assertThat(link.repository()).isEmpty();
    assertThat(link.folder()).isEqualTo("course");
    assertThat(link.path()).isEqualTo("one.ipynb");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Random random = new Random(11);

    for (int i = 0; i < 2_000; i++) {
      String file = name(random) + "/" + name(random);
      String branch = "feature/" + name(random);
      Link link =
          Link.to("https://hub.example.org/base/", new Repository(REPO))
              .onBranch(random.nextBoolean() ? Optional.of(branch) : Optional.empty())
              .in(random.nextBoolean() ? "course" : name(random) + " 2")
              .opening(random.nextBoolean() ? file : "")
              .with(random.nextBoolean() ? Ui.LAB : Ui.CLASSIC);

      assertThat(LinkReader.read(link.fetching())).as(link.fetching()).contains(link);
      assertThat(LinkReader.read(link.launching()))
          .as(link.launching())
          .contains(
              new Link(
                  link.hub(),
                  Optional.empty(),
                  Optional.empty(),
                  link.folder(),
                  link.path(),
                  link.ui()));
    }
  }

  @Test
  void wordsOfLinksAreUrls() {
    Link link = Link.to("https://hub.example.org/", new Repository(REPO)).opening("a b/ü?#.ipynb");

    assertThat(java.net.URI.create(link.fetching()).getRawQuery())
        .isEqualTo(
            "repo=https%3A%2F%2Fgithub.com%2Ftidal-lab%2Fcourse"
                + "&urlpath=lab%2Ftree%2Fcourse%2Fa%2520b%2F%25C3%25BC%253F%2523.ipynb");
    assertThat(java.net.URI.create(link.launching()).getRawPath())
        .isEqualTo("/hub/user-redirect/lab/tree/course/a%20b/%C3%BC%3F%23.ipynb");
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }
}
