package org.hubfleet.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Makes a tree that differs from another in some files. Only the folders on the way to them are
 * read and written; everything else is taken over as it is, byte for byte.
 */
final class TreeEdit {
  /** An entry of a folder; its name as git has it, whatever the encoding. */
  private record Entry(byte[] name, int mode, ObjectId id) {
    boolean isTree() {
      return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_TREE;
    }
  }

  private static final int FILE = 0100644;

  private final ObjectReader reader;
  private final ObjectInserter inserter;

  TreeEdit(ObjectReader reader, ObjectInserter inserter) {
    this.reader = reader;
    this.inserter = inserter;
  }

  /**
   * The tree after the edits; absent when nothing is left in it.
   *
   * @param tree absent for an empty one
   * @param edits path to new content, absent for a file to remove
   */
  Optional<ObjectId> apply(Optional<ObjectId> tree, SortedMap<String, Optional<ObjectId>> edits)
      throws IOException {
    SortedMap<String, Entry> entries = tree.isPresent() ? read(tree.get()) : new TreeMap<>();
    SortedMap<String, SortedMap<String, Optional<ObjectId>>> below = new TreeMap<>();
    edits.forEach(
        (path, content) -> {
          int slash = path.indexOf('/');
          if (slash < 0) {
            put(entries, path, FILE, content);
          } else {
            below
                .computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                .put(path.substring(slash + 1), content);
          }
        });
    for (var folder : below.entrySet()) {
      Optional<ObjectId> old =
          Optional.ofNullable(entries.get(key(bytes(folder.getKey()))))
              .filter(Entry::isTree)
              .map(Entry::id);
      put(entries, folder.getKey(), FileMode.TYPE_TREE, apply(old, folder.getValue()));
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(write(entries));
  }

  private static void put(
      SortedMap<String, Entry> entries, String name, int mode, Optional<ObjectId> content) {
    byte[] bytes = bytes(name);
    if (content.isPresent()) {
      entries.put(key(bytes), new Entry(bytes, mode, content.get()));
    } else {
      entries.remove(key(bytes));
    }
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  /** One letter a byte, so that names in whatever encoding stay apart. */
  private static String key(byte[] name) {
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  private SortedMap<String, Entry> read(ObjectId tree) throws IOException {
    SortedMap<String, Entry> entries = new TreeMap<>();
    CanonicalTreeParser parser = new CanonicalTreeParser(new byte[0], reader, tree);
    while (!parser.eof()) {
      byte[] name = new byte[parser.getNameLength()];
      parser.getName(name, 0);
      entries.put(key(name), new Entry(name, parser.getEntryRawMode(), parser.getEntryObjectId()));
      parser.next();
    }
    return entries;
  }

  /** Git sorts a folder as if its name ended in a slash. Odd modes of others stay as they are. */
  private ObjectId write(SortedMap<String, Entry> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Entry> sorted =
        entries.values().stream()
            .sorted((a, b) -> Arrays.compareUnsigned(sortable(a), sortable(b)))
            .toList();
    for (Entry entry : sorted) {
      out.writeBytes(Integer.toOctalString(entry.mode()).getBytes(StandardCharsets.US_ASCII));
      out.write(' ');
      out.writeBytes(entry.name());
      out.write(0);
      entry.id().copyRawTo(out);
    }
    return inserter.insert(Constants.OBJ_TREE, out.toByteArray());
  }

  private static byte[] sortable(Entry entry) {
    byte[] name = Arrays.copyOf(entry.name(), entry.name().length + (entry.isTree() ? 1 : 0));
    if (entry.isTree()) {
      name[name.length - 1] = '/';
    }
    return name;
  }
}
