package org.hubfleet.shelf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.PackedTree;

/**
 * The YAML files of the shelf as the build read them, so that a run need not read YAML of ours. In
 * one resource: for each file the length of its name, its name, the length of its tree, its tree.
 * Safe for threads.
 */
final class PackedTrees {
  private final Map<String, ByteBuffer> byFile = new HashMap<>();

  /** The trees in those bytes, which are kept. */
  PackedTrees(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    while (all.hasRemaining()) {
      ByteBuffer name = next(all);
      byFile.put(StandardCharsets.UTF_8.decode(name).toString(), next(all));
    }
  }

  private static ByteBuffer next(ByteBuffer all) {
    int length = all.getInt();
    ByteBuffer part = all.slice(all.position(), length);
    all.position(all.position() + length);
    return part;
  }

  /** The bytes of trees by file. */
  static byte[] of(SortedMap<String, Node> trees) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(packed)) {
      for (Map.Entry<String, Node> tree : trees.entrySet()) {
        put(tree.getKey().getBytes(StandardCharsets.UTF_8), out);
        put(PackedTree.pack(tree.getValue()), out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static void put(byte[] part, DataOutputStream out) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }

  /** The tree of a file of the shelf; absent when there is none. */
  Optional<Node> tree(String file, Layer layer) {
    return Optional.ofNullable(byFile.get(file))
        .map(bytes -> PackedTree.unpack(bytes.duplicate(), "shelf/" + file, layer));
  }
}
