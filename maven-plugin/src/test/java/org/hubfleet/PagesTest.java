package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hubfleet.author.DeparturesPage;
import org.hubfleet.author.RulesPage;
import org.hubfleet.shelf.RuleCatalogue;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Upstream;
import org.junit.jupiter.api.Test;

/** The pages made from the shelves are what the shelves say; {@code -Dpages.update} writes them. */
class PagesTest {
  private static final Path DOCS = Path.of("../docs");

  @Test
  void departuresPageIsCurrent() throws IOException {
    holds("departures.md", DeparturesPage.write(new Upstream(Shelf.open())));
  }

  @Test
  void rulesPageIsCurrent() throws IOException {
    holds("rules.md", RulesPage.write(new RuleCatalogue(Shelf.open())));
  }

  private static void holds(String name, String wanted) throws IOException {
    Path page = DOCS.resolve(name);
    if (Boolean.getBoolean("pages.update")) {
      Files.writeString(page, wanted);
    }
    assertThat(page)
        .content()
        .as("run the tests with -Dpages.update and read the diff")
        .isEqualTo(wanted);
  }
}
