package org.hubfleet.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * What a commit of the deployment repository holds below the deployment's folder.
 *
 * @param commit absent when the branch does not exist yet
 * @param message of the commit, empty without one
 * @param files regular files by path, relative to the folder
 * @param others links and submodules, by path
 */
record Snapshot(
    Optional<ObjectId> commit,
    Optional<ObjectId> tree,
    String message,
    SortedMap<String, ObjectId> files,
    Set<String> others) {
  /** A branch that does not exist yet. */
  static final Snapshot EMPTY =
      new Snapshot(Optional.empty(), Optional.empty(), "", new TreeMap<>(), Set.of());

  Snapshot {
    files = Collections.unmodifiableSortedMap(files);
  }

  /** Reads the trees of a commit. */
  static Snapshot of(ObjectReader reader, ObjectId id, String folder) throws IOException {
    try (RevWalk walk = new RevWalk(reader)) {
      RevCommit commit = walk.parseCommit(id);
      SortedMap<String, ObjectId> files = new TreeMap<>();
      Set<String> others = new TreeSet<>();
      Optional<ObjectId> below = below(reader, commit.getTree(), folder);
      if (below.isPresent()) {
        read(reader, below.get(), files, others);
      }
      return new Snapshot(
          Optional.of(commit.copy()),
          Optional.of(commit.getTree().copy()),
          commit.getFullMessage(),
          files,
          others);
    }
  }

  private static Optional<ObjectId> below(ObjectReader reader, ObjectId tree, String folder)
      throws IOException {
    if (folder.isEmpty()) {
      return Optional.of(tree);
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, folder, tree)) {
      return walk == null || !FileMode.TREE.equals(walk.getRawMode(0))
          ? Optional.empty()
          : Optional.of(walk.getObjectId(0));
    }
  }

  private static void read(
      ObjectReader reader, ObjectId tree, SortedMap<String, ObjectId> files, Set<String> others)
      throws IOException {
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      while (walk.next()) {
        if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
          files.put(walk.getPathString(), walk.getObjectId(0));
        } else {
          others.add(walk.getPathString());
        }
      }
    }
  }

  /** Whether there is anything at that path or below it. */
  boolean has(String path) {
    return files.containsKey(path)
        || others.contains(path)
        || !files.subMap(path + "/", path + "0").isEmpty();
  }

  /** The text of a file whose blob can be read; absent when there is no such file. */
  Optional<String> text(ObjectReader reader, String path) throws IOException {
    ObjectId blob = files.get(path);
    return blob == null
        ? Optional.empty()
        : Optional.of(
            new String(
                reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE),
                StandardCharsets.UTF_8));
  }
}
