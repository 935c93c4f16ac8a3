package org.hubfleet.shelf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Run by the build: lists the shelf's files and takes the fingerprint of the sources. */
public final class ShelfIndex {
  static final String INDEX = "index.txt";
  static final String FINGERPRINT = "hubs-fingerprint.txt";

  private ShelfIndex() {}

  /**
   * Writes both files.
   *
   * @param args the module's folder and its folder of classes
   */
  public static void main(String[] args) throws IOException {
    Path module = Path.of(args[0]);
    Path classes = Path.of(args[1]);
    Path shelf = classes.resolve("shelf");
    // Not from the classes: a file that was deleted may still lie there.
    Path written = module.resolve("src/main/shelf");
    List<String> names =
        relative(written, written).stream().filter(name -> !name.contains("/cases/")).toList();
    Files.writeString(shelf.resolve(INDEX), String.join("\n", names) + "\n");
    Files.writeString(classes.resolve(FINGERPRINT), fingerprint(module) + "\n");
  }

  /**
   * The digest of everything the plugin is built from: the main sources and the POM of the module.
   */
  public static String fingerprint(Path module) throws IOException {
    MessageDigest digest = sha256();
    for (String name : relative(module, module.resolve("src/main"))) {
      if (!name.contains("/cases/")) {
        update(digest, name, module.resolve(name));
      }
    }
    update(digest, "pom.xml", module.resolve("pom.xml"));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String name, Path file) throws IOException {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(Files.readAllBytes(file));
  }

  private static List<String> relative(Path base, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> base.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
