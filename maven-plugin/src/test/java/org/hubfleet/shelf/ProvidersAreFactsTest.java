package org.hubfleet.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No template branches on who runs the machines: it asks for facts. */
class ProvidersAreFactsTest {
  private static final Shelf SHELF = Shelf.open();
  private static final Pattern PROVIDER =
      Pattern.compile(
          "\\b(eks|gke|aks|openstack|k3s|aws|amazon|azure|google|gcp|magnum|provider)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A kind has the name that whoever made it gave it; what it is about decides who prints it. */
  private static final String API_GROUP = "apiVersion: ";

  static List<String> templates() {
    return Stream.of("upstream", "capabilities")
        .flatMap(folder -> SHELF.files(folder, ".ftl").stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void noTemplateNamesAProvider(String template) {
    assertThat(
            SHELF
                .text(template)
                .lines()
                .filter(line -> !line.startsWith(API_GROUP))
                .filter(line -> PROVIDER.matcher(line).find()))
        .isEmpty();
  }
}
