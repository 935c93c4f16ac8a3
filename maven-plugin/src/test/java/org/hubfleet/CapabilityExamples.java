package org.hubfleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.author.CapabilityPage;

/** The cases of a capability as its page shows them. */
final class CapabilityExamples {
  private static final Path CAPABILITIES = Path.of("src/main/shelf/capabilities");

  private CapabilityExamples() {}

  static List<CapabilityPage.Example> of(String capability) throws IOException {
    Path cases = CAPABILITIES.resolve(capability).resolve("cases");
    if (!Files.isDirectory(cases)) {
      return List.of();
    }
    List<CapabilityPage.Example> examples = new ArrayList<>();
    try (Stream<Path> all = Files.list(cases)) {
      for (Path folder : all.sorted().toList()) {
        examples.add(new CapabilityPage.Example(folder.getFileName().toString(), files(folder)));
      }
    }
    return examples;
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file -> files.put(folder.relativize(file).toString().replace('\\', '/'), text(file)));
    }
    return files;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
