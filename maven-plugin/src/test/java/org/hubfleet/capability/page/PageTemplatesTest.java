package org.hubfleet.capability.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.shelf.Shelf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What keeps text from becoming code in our templates, told from their text alone; {@code
 * test_page_templates.py} renders them.
 */
class PageTemplatesTest {
  private static final Shelf SHELF = Shelf.open();

  static List<String> templates() {
    List<String> found = SHELF.files("capabilities/page/templates", ".html");
    assertThat(found).hasSizeGreaterThan(1);
    return found;
  }

  @ParameterizedTest
  @MethodSource("templates")
  void nothingIsTakenFromEscaping(String template) {
    String code = SHELF.text(template).replaceAll("(?s)\\{#.*?#}", "");

    assertThat(code).doesNotContainPattern("\\b(safe|autoescape|Markup|raw|xmlattr|tojson)\\b");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void valuesOfAttributesStandInQuotes(String template) {
    assertThat(SHELF.text(template)).doesNotContainPattern("=\\s*\\{[{%]");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void noValueStandsInAScript(String template) {
    assertThat(SHELF.text(template)).doesNotContainPattern("(?i)<script|\\son[a-z]+\\s*=");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void theyExtendTheirNamesakesOfJupyterHub(String template) {
    String name = template.substring(template.lastIndexOf('/') + 1);

    assertThat(SHELF.text(template)).contains("{% extends \"templates/" + name + "\" %}");
  }
}
