package org.hubfleet.e2e.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tools of the suite: pinned in {@code e2e/tools/<kit>/} by each ecosystem's own lock file,
 * made by its ordinary client, once, and kept in the user's cache folder under the digest of the
 * pins.
 */
public final class ToolBox {
  /** The minor of Kubernetes whose kit has no minor in its name. */
  public static final String MINOR = "1.34";

  private static final String KUBERNETES = "kubernetes";

  private final Path pins;
  private final Path cache;
  private final String minor;

  private ToolBox(Path pins, Path cache, String minor) {
    this.pins = pins;
    this.cache = cache;
    this.minor = minor;
  }

  /**
   * The box of this module.
   *
   * @param module the folder of the e2e module
   * @param folder where to keep what is made; by default the user's cache folder when empty
   * @param minor of Kubernetes, by default {@link #MINOR} when empty
   */
  public static ToolBox of(Path module, String folder, String minor) {
    Path home = Path.of(System.getProperty("user.home"), ".cache");
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base = xdg == null || xdg.isEmpty() ? home : Path.of(xdg);
    return new ToolBox(
        module.resolve("tools"),
        folder.isEmpty() ? base.resolve("hubs-e2e") : Path.of(folder),
        minor.isEmpty() ? MINOR : minor);
  }

  /** Makes everything that is not there; run before the suite, outside its namespaces. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ToolBox box = of(Path.of(arguments[0]), argument(arguments, 1), argument(arguments, 2));
    for (Kit kit : box.kits().values()) {
      long start = System.nanoTime();
      boolean made = kit.prepare();
      System.out.printf(
          "%s: %s (%.0f s)%n",
          kit.name(), made ? "made" : "there", (System.nanoTime() - start) / 1e9);
    }
  }

  /** Maven leaves empty arguments away, or makes them null. */
  private static String argument(String[] arguments, int at) {
    String given = arguments.length > at ? arguments[at] : null;
    return given == null ? "" : given.substring(given.indexOf('=') + 1);
  }

  /** A program of a kit; throws {@link IllegalStateException} when it was not made. */
  public Path program(String kit, String name) throws IOException {
    Path program = kits().get(kit).program(name);
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException("not prepared: " + name + " of " + kit);
    }
    return program;
  }

  /** The folder in which a kit was made, with its programs in {@code bin} or its files. */
  public Path folder(String kit) throws IOException {
    return kits().get(kit).home();
  }

  private Map<String, Kit> kits() throws IOException {
    Map<String, Kit> kits = new TreeMap<>();
    try (Stream<Path> folders = Files.list(pins)) {
      List<Path> sorted = folders.filter(Files::isDirectory).sorted().toList();
      for (Path folder : sorted) {
        if (!folder.getFileName().toString().startsWith(KUBERNETES)) {
          kits.put(folder.getFileName().toString(), Kit.of(folder, cache));
        }
      }
    }
    kits.put(KUBERNETES, kubernetes());
    return kits;
  }

  private Kit kubernetes() throws IOException {
    Path folder = pins.resolve(minor.equals(MINOR) ? KUBERNETES : KUBERNETES + "-" + minor);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("no pins of Kubernetes " + minor + ": " + folder);
    }
    return Kit.of(folder, cache);
  }
}
