package org.hubfleet.shelf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/**
 * Run by the build: lists the shelf's files, packs the trees of its YAML, and takes the fingerprint
 * of the sources.
 */
public final class ShelfIndex {
  static final String INDEX = "index.txt";
  static final String TREES = "trees.bin";
  static final String FINGERPRINT = "hubs-fingerprint.txt";

  private ShelfIndex() {}

  /**
   * Writes the three files; throws {@link IllegalStateException} when a file of the shelf is
   * broken.
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
    Files.write(shelf.resolve(TREES), PackedTrees.of(trees(written, names)));
    Files.writeString(classes.resolve(FINGERPRINT), fingerprint(module) + "\n");
  }

  private static SortedMap<String, Node> trees(Path shelf, List<String> names) throws IOException {
    SortedMap<String, Node> trees = new TreeMap<>();
    for (String name : names) {
      if (name.endsWith(".yaml")) {
        trees.put(name, tree(name, Files.readString(shelf.resolve(name))));
      }
    }
    return trees;
  }

  private static Node tree(String name, String text) {
    Outcome<Node> read = YamlReader.ofOurs().read("shelf/" + name, text, Layer.COMPILER);
    if (!read.diagnostics().isEmpty()) {
      throw new IllegalStateException("broken shelf file: " + read.diagnostics());
    }
    return read.value().orElseThrow(() -> new IllegalStateException("empty: " + name));
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
