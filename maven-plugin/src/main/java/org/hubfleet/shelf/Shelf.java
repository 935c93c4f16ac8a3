package org.hubfleet.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/** The files of {@code src/main/shelf}, as they lie in the jar. */
public final class Shelf {
  private static final String ROOT = "/shelf/";

  private final List<String> files;
  private final PackedTrees trees;
  private final Supplier<Providers> providers = Lazy.of(() -> new Providers(this));
  private final Supplier<List<CapabilityFolder>> capabilities =
      Lazy.of(() -> CapabilityFolders.read(this));

  private Shelf(List<String> files, PackedTrees trees) {
    this.files = files;
    this.trees = trees;
  }

  /** The facts about providers and their machines, read once. */
  public Providers providers() {
    return providers.get();
  }

  /** The folders of capabilities, read once. */
  List<CapabilityFolder> capabilities() {
    return capabilities.get();
  }

  /** Opens the shelf by the index and the packed trees that the build made. */
  public static Shelf open() {
    return new Shelf(
        List.of(read(ROOT + ShelfIndex.INDEX).split("\n")),
        new PackedTrees(bytes(ROOT + ShelfIndex.TREES)));
  }

  /**
   * The files below a folder whose names end in the suffix, sorted; paths relative to the shelf.
   */
  public List<String> files(String folder, String suffix) {
    return files.stream()
        .filter(file -> file.startsWith(folder + "/") && file.endsWith(suffix))
        .toList();
  }

  /** Whether the shelf has that file. */
  public boolean has(String file) {
    return files.contains(file);
  }

  /** The text of a file; throws {@link IllegalStateException} when the shelf has no such file. */
  public String text(String file) {
    return read(ROOT + file);
  }

  /** A YAML file as a tree of that layer; throws {@link IllegalStateException} when it is none. */
  public Mapping tree(String file, Layer layer) {
    return node(file, layer)
        .mapping()
        .orElseThrow(() -> new IllegalStateException("not a map: " + file));
  }

  /** A YAML file that holds a list; throws {@link IllegalStateException} when it is none. */
  public Sequence list(String file, Layer layer) {
    return node(file, layer)
        .sequence()
        .orElseThrow(() -> new IllegalStateException("not a list: " + file));
  }

  private Node node(String file, Layer layer) {
    return trees
        .tree(file, layer)
        .orElseThrow(() -> new IllegalStateException("not on the shelf: " + file));
  }

  /** The digest of the sources that this plugin was built from. */
  public static String fingerprint() {
    return read("/" + ShelfIndex.FINGERPRINT).strip();
  }

  private static String read(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream stream = Shelf.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("not in this jar: " + resource);
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
