package org.hubfleet.deploy;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The names that git gives to compiled files. For a large fleet they take as long as all the rest
 * of a small deployment, so that a thread of its own works them out as files become known; who
 * wants to know one helps.
 */
final class BlobNames {
  /** A text and its name; the same text is the same object. */
  private record Named(String text, ObjectId name) {}

  private final Map<String, Named> names = new ConcurrentHashMap<>();
  private final Queue<Map.Entry<String, String>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean works = new AtomicBoolean();

  /** Begins with files whose names will be asked for, path to text. */
  void expect(Map<String, String> files) {
    files.entrySet().stream()
        .filter(file -> known(file.getKey(), file.getValue()) == null)
        .forEach(waiting::add);
    if (!waiting.isEmpty() && works.compareAndSet(false, true)) {
      Thread thread = new Thread(this::work, "names of blobs");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** The name of a text, which is that of the file at that path. */
  ObjectId of(String path, String text) {
    ObjectId known = known(path, text);
    if (known == null) {
      takeAll();
      known = known(path, text);
    }
    return known == null ? name(path, text) : known;
  }

  private ObjectId known(String path, String text) {
    Named named = names.get(path);
    return named != null && isSame(named.text(), text) ? named.name() : null;
  }

  @SuppressWarnings("ReferenceEquality") // to compare the content would take as long as its name
  private static boolean isSame(String one, String other) {
    return one == other;
  }

  private ObjectId name(String path, String text) {
    ObjectId name = Blob.id(text);
    names.put(path, new Named(text, name));
    return name;
  }

  private void work() {
    takeAll();
    works.set(false);
    if (!waiting.isEmpty() && works.compareAndSet(false, true)) {
      work();
    }
  }

  private void takeAll() {
    for (var file = waiting.poll(); file != null; file = waiting.poll()) {
      name(file.getKey(), file.getValue());
    }
  }
}
