package org.hubfleet.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShelfTest {
  private static final Shelf SHELF = Shelf.open();

  static Stream<String> maps() {
    return Stream.of("upstream", "capabilities", "language", "providers", "distributions")
        .flatMap(folder -> SHELF.files(folder, ".yaml").stream())
        .filter(file -> !file.contains("/rules/") && !file.endsWith("/departures.yaml"));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void aTreeIsWhatItsFileSays(String file) {
    Node written =
        YamlReader.ofOurs()
            .read("shelf/" + file, SHELF.text(file), Layer.UPSTREAM)
            .value()
            .orElseThrow();

    assertThat(SHELF.tree(file, Layer.UPSTREAM)).isEqualTo(written);
  }

  @Test
  void foldersOfCapabilitiesAreReadOnce() {
    List<CapabilityFolder> folders = CapabilityFolders.of(SHELF);

    assertThat(CapabilityFolders.of(SHELF)).isNotEmpty().isSameAs(folders);
  }
}
