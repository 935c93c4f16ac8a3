package org.hubfleet.model.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/tidal-lab/course",
        "https://github.com/tidal-lab/course.git",
        "https://github.com/tidal-lab/course/",
        "http://GitHub.com/tidal-lab/course",
        "github.com/tidal-lab/course",
        "git@github.com:tidal-lab/course.git",
        "ssh://git@github.com/tidal-lab/course.git",
        "https://mira:token@github.com/tidal-lab/course"
      })
  void oneRepositoryHasOneAddress(String text) {
    assertThat(Repository.parse(text))
        .contains(new Repository("https://github.com/tidal-lab/course"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "course", "tidal-lab/course", "https://github.com", "https://github.com/"})
  void otherTextsAreNone(String text) {
    assertThat(Repository.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/tidal-lab/course/tree/main, main, ''",
    "https://github.com/tidal-lab/course/blob/v1/week%201/one.ipynb, v1, week 1/one.ipynb",
    "https://gitlab.com/tidal-lab/course/-/tree/main/week?ref_type=heads, main, week",
    "https://codeberg.org/tidal-lab/course/src/branch/main/one.ipynb, main, one.ipynb"
  })
  void pagesOfForgesAreTakenApart(String text, String branch, String path) {
    RepositoryPage page = RepositoryPage.parse(text).orElseThrow();

    assertThat(page.repository().name()).isEqualTo("course");
    assertThat(page.branch()).isEqualTo(branch);
    assertThat(page.path()).isEqualTo(path);
  }

  @Test
  void gitHubDoesNotTellCasesApart() {
    Optional<Repository> one = Repository.parse("https://github.com/Tidal-Lab/Course");
    Optional<Repository> two = Repository.parse("https://github.com/tidal-lab/course");

    assertThat(one.orElseThrow().isSameAs(two.orElseThrow())).isTrue();
  }
}
