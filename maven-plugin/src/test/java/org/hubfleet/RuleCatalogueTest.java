package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.shelf.RuleCatalogue;
import org.hubfleet.shelf.Shelf;
import org.junit.jupiter.api.Test;

/** Every rule has an entry in {@code src/main/shelf/rules/}. */
class RuleCatalogueTest {
  private static final Pattern IN_SOURCES = Pattern.compile("RuleName\\s*\\.of\\(\\s*\"([^\"]+)\"");
  private static final Pattern IN_REPORTS = Pattern.compile("(?:error|warning) \\[([^\\]]+)\\]");

  @Test
  void everyRuleOfTheSourcesIsExplained() throws IOException {
    assertThat(catalogue()).containsAll(found(Path.of("src/main/java"), ".java", IN_SOURCES));
  }

  @Test
  void everyRuleThatACaseReportsIsExplained() throws IOException {
    assertThat(catalogue()).containsAll(found(Path.of("src/main/shelf"), ".txt", IN_REPORTS));
  }

  private static List<String> catalogue() {
    return new RuleCatalogue(Shelf.open())
        .entries().stream().map(entry -> entry.rule().text()).toList();
  }

  private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          names.add(matcher.group(1));
        }
      }
    }
    return names;
  }
}
