package org.hubfleet.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Folders on disk as maps, and outputs for tests. */
final class Folders {
  private Folders() {}

  /** Path to text of every file below; a link reads {@code -> target}, an empty folder "". */
  static SortedMap<String, String> read(Path root) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    if (!Files.exists(root)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(path -> !path.equals(root))
          .forEach(path -> files.put(root.relativize(path).toString(), text(path)));
    }
    files.values().removeIf("(folder)"::equals);
    return files;
  }

  private static String text(Path path) {
    try {
      if (Files.isSymbolicLink(path)) {
        return "-> " + Files.readSymbolicLink(path);
      }
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        try (Stream<Path> children = Files.list(path)) {
          return children.findAny().isPresent() ? "(folder)" : "";
        }
      }
      return Files.readString(path);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static void write(Path root, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /** The output of hubs on the cluster {@code west}, each with one file of that text. */
  static Output output(Map<String, String> hubs) {
    return output(hubs, text -> text);
  }

  static Output output(Map<String, String> hubs, Function<String, String> text) {
    SortedMap<String, String> files = new TreeMap<>();
    hubs.forEach(
        (hub, word) -> {
          files.put("west/hubs/" + hub + "/hub.yaml", text.apply(word));
          files.put("west/hubs/" + hub + "/.owned.yaml", "files:\n  hub.yaml: some\n");
        });
    files.put(".hubs.yaml", "owns:\n- west\n");
    return new Output(files);
  }
}
