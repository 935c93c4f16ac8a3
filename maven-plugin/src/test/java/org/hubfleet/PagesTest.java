package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.author.CapabilityPage;
import org.hubfleet.author.DeparturesPage;
import org.hubfleet.author.DistributionsPage;
import org.hubfleet.author.RulesPage;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.CapabilityFolders;
import org.hubfleet.shelf.RuleCatalogue;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Upstream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pages made from the shelves are what the shelves say; {@code -Dpages.update} writes them. */
class PagesTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Shelf SHELF = Shelf.open();
  private static final List<CapabilityFolder> FOLDERS = CapabilityFolders.of(SHELF);

  @Test
  void departuresPageIsCurrent() throws IOException {
    holds("departures.md", DeparturesPage.write(new Upstream(Shelf.open())));
  }

  @Test
  void rulesPageIsCurrent() throws IOException {
    holds("rules.md", RulesPage.write(new RuleCatalogue(Shelf.open())));
  }

  @Test
  void distributionsPageIsCurrent() throws IOException {
    holds("distributions.md", DistributionsPage.write(SHELF));
  }

  @TestFactory
  Stream<DynamicTest> everyCapabilityHasACurrentPage() {
    return FOLDERS.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.name(),
                    () ->
                        holds(
                            "capabilities/" + folder.name() + ".md",
                            new CapabilityPage(SHELF, folder)
                                .write(CapabilityExamples.of(folder.name())))));
  }

  @Test
  void everyKeyOfAPageIsDescribed() {
    for (CapabilityFolder folder : FOLDERS) {
      assertThat(new CapabilityPage(SHELF, folder).write(List.of()))
          .as(folder.name())
          .doesNotContain("|  |");
    }
  }

  @Test
  void theListOfCapabilitiesIsCurrent() throws IOException {
    holds("capabilities/README.md", CapabilityPage.list(FOLDERS));
  }

  private static void holds(String name, String wanted) throws IOException {
    Path page = DOCS.resolve(name);
    if (Boolean.getBoolean("pages.update")) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, wanted);
    }
    assertThat(page)
        .content()
        .as("run the tests with -Dpages.update and read the diff")
        .isEqualTo(wanted);
  }
}
