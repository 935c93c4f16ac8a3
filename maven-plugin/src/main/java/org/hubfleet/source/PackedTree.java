package org.hubfleet.source;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Place;

/**
 * The tree of one file as bytes, which are read many times faster than the YAML they were made of.
 *
 * <p>Each value is its kind, its line and column as integers, then its text, or the number of its
 * items and those; an entry of a map is its key, line, column and value. A text is its length in
 * bytes and its UTF-8. File and layer are the same for the whole tree and not among the bytes.
 */
public final class PackedTree {
  private static final byte MAP = -1;
  private static final byte LIST = -2;
  private static final Scalar.Kind[] KINDS = Scalar.Kind.values();

  private final ByteBuffer bytes;
  private final String file;
  private final Layer layer;

  private PackedTree(ByteBuffer bytes, String file, Layer layer) {
    this.bytes = bytes;
    this.file = file;
    this.layer = layer;
  }

  /**
   * The bytes of a tree as {@link YamlReader} read it from one file: places count, whatever else
   * origins say does not.
   */
  public static byte[] pack(Node tree) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(packed)) {
      pack(tree, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static void pack(Node node, DataOutputStream out) throws IOException {
    if (node instanceof Mapping map) {
      out.writeByte(MAP);
      pack(map.origin(), out);
      out.writeInt(map.entries().size());
      for (Map.Entry<String, Mapping.Entry> entry : map.entries().entrySet()) {
        pack(entry.getKey(), out);
        pack(entry.getValue().key(), out);
        pack(entry.getValue().value(), out);
      }
    } else if (node instanceof Sequence list) {
      out.writeByte(LIST);
      pack(list.origin(), out);
      out.writeInt(list.items().size());
      for (Node item : list.items()) {
        pack(item, out);
      }
    } else if (node instanceof Scalar scalar) {
      out.writeByte(scalar.kind().ordinal());
      pack(scalar.origin(), out);
      pack(scalar.text(), out);
    }
  }

  private static void pack(Origin origin, DataOutputStream out) throws IOException {
    out.writeInt(origin.place().line());
    out.writeInt(origin.place().column());
  }

  private static void pack(String text, DataOutputStream out) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  /**
   * The tree of those bytes, from the buffer's position on; its values stand in that file and
   * layer.
   */
  public static Node unpack(ByteBuffer bytes, String file, Layer layer) {
    return new PackedTree(bytes, file, layer).node();
  }

  private Node node() {
    byte kind = bytes.get();
    Origin origin = origin();
    if (kind == MAP) {
      return map(origin);
    }
    if (kind == LIST) {
      int size = bytes.getInt();
      List<Node> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(node());
      }
      return Sequence.of(items, origin);
    }
    return new Scalar(KINDS[kind], text(), origin);
  }

  private Mapping map(Origin origin) {
    Mapping.Builder map = Mapping.builder(origin);
    int size = bytes.getInt();
    for (int i = 0; i < size; i++) {
      // The same few names stand in all trees; as one string each they are found faster.
      map.put(text().intern(), origin(), node());
    }
    return map.build();
  }

  private Origin origin() {
    return Origin.at(new Place(file, bytes.getInt(), bytes.getInt()), layer);
  }

  private String text() {
    int length = bytes.getInt();
    String text =
        new String(
            bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }
}
