package org.hubfleet.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hubfleet.lower.Capability;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.CapabilityFolders;
import org.hubfleet.shelf.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every folder of {@code capabilities/} has. */
class CapabilityFoldersTest {
  private static final Path CAPABILITIES = Path.of("src/main/shelf/capabilities");
  private static final Shelf SHELF = Shelf.open();

  static List<CapabilityFolder> folders() {
    return CapabilityFolders.of(SHELF);
  }

  @Test
  void everyFolderIsFound() throws IOException {
    try (Stream<Path> children = Files.list(CAPABILITIES)) {
      assertThat(folders())
          .extracting(CapabilityFolder::name)
          .containsExactlyInAnyOrderElementsOf(
              children.map(child -> child.getFileName().toString()).toList());
    }
  }

  @Test
  void everyCapabilityOfTheRoomBelongsToAFolder() {
    Set<String> named = new TreeSet<>();
    folders().stream()
        .filter(folder -> folder.java().isPresent())
        .map(Capabilities::className)
        .forEach(named::add);

    assertThat(classes()).containsExactlyElementsOf(named);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void itLowersByJavaOrByTemplate(CapabilityFolder folder) {
    boolean template = SHELF.has(folder.file("values.yaml.ftl"));

    assertThat(folder.java().isPresent()).isNotEqualTo(template);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void itHasGoodAndBadCases(CapabilityFolder folder) throws IOException {
    List<Boolean> good = cases(folder).map(CapabilityFoldersTest::isGood).distinct().toList();

    assertThat(good).containsExactlyInAnyOrder(true, false);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void itHasARuleThatUpstreamValuesCannotExpress(CapabilityFolder folder) {
    assertThat(SHELF.files("capabilities/" + folder.name() + "/rules", ".yaml")).isNotEmpty();
  }

  private static Set<String> classes() {
    Set<String> names = new TreeSet<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hubfleet.capability")
            .stream()
            .filter(found -> found.isAssignableTo(Capability.class))
            .map(JavaClass::getName)
            .forEach(names::add);
    return names;
  }

  private static Stream<Path> cases(CapabilityFolder folder) throws IOException {
    return Files.list(CAPABILITIES.resolve(folder.name()).resolve("cases"));
  }

  private static boolean isGood(Path situation) {
    try {
      Path report = situation.resolve("report.txt");
      return !Files.exists(report) || !Files.readString(report).contains(": error [");
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
