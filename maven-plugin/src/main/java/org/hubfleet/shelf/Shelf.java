package org.hubfleet.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/** The files of {@code src/main/shelf}, as they lie in the jar. */
public final class Shelf {
  private static final String ROOT = "/shelf/";

  private final List<String> files;
  private final Supplier<Providers> providers = Lazy.of(() -> new Providers(this));

  private Shelf(List<String> files) {
    this.files = files;
  }

  /** The facts about providers and their machines, read once. */
  public Providers providers() {
    return providers.get();
  }

  /** Opens the shelf by the index that the build made. */
  public static Shelf open() {
    return new Shelf(List.of(read(ROOT + ShelfIndex.INDEX).split("\n")));
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

  /**
   * A YAML file as a tree of that layer; throws {@link IllegalStateException} when it is broken.
   */
  public Mapping tree(String file, Layer layer) {
    return node(file, layer)
        .mapping()
        .orElseThrow(() -> new IllegalStateException("not a map: " + file));
  }

  /** A YAML file that holds a list; throws {@link IllegalStateException} when it is broken. */
  public Sequence list(String file, Layer layer) {
    return node(file, layer)
        .sequence()
        .orElseThrow(() -> new IllegalStateException("not a list: " + file));
  }

  private Node node(String file, Layer layer) {
    Outcome<Node> read = YamlReader.ofOurs().read("shelf/" + file, text(file), layer);
    if (!read.diagnostics().isEmpty()) {
      throw new IllegalStateException("broken shelf file: " + read.diagnostics());
    }
    return read.value().orElseThrow(() -> new IllegalStateException("empty: " + file));
  }

  /** The digest of the sources that this plugin was built from. */
  public static String fingerprint() {
    return read("/" + ShelfIndex.FINGERPRINT).strip();
  }

  private static String read(String resource) {
    try (InputStream stream = Shelf.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("not in this jar: " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
