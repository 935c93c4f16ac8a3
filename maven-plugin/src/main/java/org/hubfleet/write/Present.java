package org.hubfleet.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lies in the folder at one moment: files with their sizes, links and folders. Links are
 * listed, never followed.
 */
final class Present {
  /** Size of what is no regular file. */
  private static final long NO_FILE = -1;

  private final Path root;
  private final SortedMap<String, Long> sizes = new TreeMap<>();
  private final SortedSet<String> links = new TreeSet<>();
  private final Set<String> folders = new TreeSet<>();

  private Present(Path root) {
    this.root = root;
  }

  /** All below the root, which need not exist; throws when a folder cannot be read. */
  static Present in(Path root) throws IOException {
    Present present = new Present(root);
    if (Files.isDirectory(root)) {
      // The root itself may be a link: that is where the caller wants the files.
      Files.walkFileTree(root.toRealPath(), present.new Visitor(root.toRealPath()));
    }
    return present;
  }

  /** Files, links and what else is no folder: paths with forward slashes, sorted. */
  SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(sizes.keySet()));
  }

  boolean has(String path) {
    return sizes.containsKey(path);
  }

  boolean isLink(String path) {
    return links.contains(path);
  }

  boolean isFolder(String path) {
    return folders.contains(path);
  }

  /** Whether there is a regular file of exactly that text. */
  boolean holds(String path, String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    return sizes.getOrDefault(path, NO_FILE) == wanted.length
        && Arrays.equals(Files.readAllBytes(root.resolve(path)), wanted);
  }

  /** The text of a regular file; absent when there is none. */
  Optional<String> text(String path) throws IOException {
    return sizes.getOrDefault(path, NO_FILE) == NO_FILE
        ? Optional.empty()
        : Optional.of(new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.UTF_8));
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path start;

    Visitor(Path start) {
      this.start = start;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(start)) {
        folders.add(path(folder));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      sizes.put(path(file), attributes.isRegularFile() ? attributes.size() : NO_FILE);
      if (attributes.isSymbolicLink()) {
        links.add(path(file));
      }
      return FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
      return start.relativize(file).toString().replace('\\', '/');
    }
  }
}
