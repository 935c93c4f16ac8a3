package org.hubfleet.deploy;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.hubfleet.compare.ObjectChange;
import org.hubfleet.compare.Part;
import org.hubfleet.compare.PartChange;

/**
 * Builds the commit of a plan in the object database: new blobs, the folders on the way to them,
 * the notes of what was deployed when, and the commit itself.
 */
final class NewCommit {
  private final Plan plan;
  private final Target target;
  private final Stamp stamp;
  private final SortedMap<String, ObjectId> files;
  private final SortedMap<String, Optional<ObjectId>> edits = new TreeMap<>();

  /**
   * What is noted of a deployment.
   *
   * @param source as the trailer has it
   * @param seal signs the commit
   */
  record Stamp(
      String source,
      String compiler,
      Instant now,
      Person author,
      Person committer,
      Optional<Seal> seal) {}

  NewCommit(Plan plan, Target target, Stamp stamp) {
    this.plan = plan;
    this.target = target;
    this.stamp = stamp;
    this.files = new TreeMap<>(plan.tip().files());
  }

  /** How many objects it will have, roughly. */
  static int size(Plan plan) {
    return plan.writes().size() + 4 * plan.changes().size();
  }

  /** Stores it and gives its name and message. */
  Built build(ObjectReader reader, ObjectInserter inserter, Message message, List<String> remarks)
      throws IOException {
    for (Map.Entry<String, String> file : plan.writes().entrySet()) {
      write(file.getKey(), file.getValue(), inserter);
    }
    plan.removals().forEach(this::remove);
    String digest = TreeDigest.of(files, path -> !Notes.isNote(path) && isOurs(path));
    note(digest, inserter);
    ObjectId tree =
        new TreeEdit(reader, inserter)
            .apply(plan.tip().tree(), edits)
            .orElseGet(() -> emptyTree(inserter));
    String text = message.text(stamp.source(), stamp.compiler(), digest, remarks);
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    plan.tip().commit().ifPresent(commit::setParentId);
    commit.setAuthor(ident(stamp.author()));
    commit.setCommitter(ident(stamp.committer()));
    commit.setMessage(text);
    if (stamp.seal().isPresent()) {
      byte[] signature = stamp.seal().get().sign(commit.build(), stamp.now());
      commit.setGpgSignature(new GpgSignature(signature));
    }
    ObjectId id = inserter.insert(commit);
    inserter.flush();
    return new Built(id, text);
  }

  /** A stored commit. */
  record Built(ObjectId id, String message) {}

  private static ObjectId emptyTree(ObjectInserter inserter) {
    try {
      return inserter.insert(Constants.OBJ_TREE, new byte[0]);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private PersonIdent ident(Person person) {
    return new PersonIdent(person.name(), person.email(), stamp.now(), ZoneOffset.UTC);
  }

  private void write(String path, String text, ObjectInserter inserter) throws IOException {
    ObjectId blob = inserter.insert(Constants.OBJ_BLOB, Blob.bytes(text));
    files.put(path, blob);
    edits.put(target.path(path), Optional.of(blob));
  }

  private void remove(String path) {
    files.remove(path);
    edits.put(target.path(path), Optional.empty());
  }

  /** Everything below the folders of clusters, and the list of these. */
  private boolean isOurs(String path) {
    int slash = path.indexOf('/');
    return slash < 0
        ? path.equals(Owned.MARKER)
        : plan.clusters().contains(path.substring(0, slash));
  }

  private void note(String digest, ObjectInserter inserter) throws IOException {
    Map<Part, SortedMap<String, ObjectId>> byPart = byChangedPart();
    for (PartChange change : plan.changes()) {
      Part part = change.part();
      if (part.isHub() && change.kind() == ObjectChange.Kind.REMOVED) {
        String old = Record.path(part);
        if (files.containsKey(old)) {
          remove(old);
        }
        write(Tombstone.path(part), Tombstone.text(change, stamp.source(), stamp.now()), inserter);
      } else if (part.isHub()) {
        String own = TreeDigest.of(byPart.get(part), path -> true);
        write(Record.path(part), record(own).text(), inserter);
        if (files.containsKey(Tombstone.path(part))) {
          remove(Tombstone.path(part));
        }
      }
    }
    write(Record.NAME, record(digest).text(), inserter);
  }

  private Map<Part, SortedMap<String, ObjectId>> byChangedPart() {
    Map<Part, SortedMap<String, ObjectId>> found = new HashMap<>();
    plan.changes().forEach(change -> found.put(change.part(), new TreeMap<>()));
    files.forEach(
        (path, blob) -> {
          if (!Notes.isNote(path)) {
            Optional.ofNullable(found.get(Part.of(path))).ifPresent(part -> part.put(path, blob));
          }
        });
    return found;
  }

  private Record record(String digest) {
    return new Record(stamp.source(), stamp.compiler(), digest, stamp.now());
  }
}
