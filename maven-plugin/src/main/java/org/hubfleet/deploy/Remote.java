package org.hubfleet.deploy;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * A deployment repository, wherever it is. What goes wrong on the way is an {@link IOException},
 * which {@link Troubles} puts into words.
 */
interface Remote extends AutoCloseable {
  /** How a push ended. */
  enum Push {
    DONE,
    /** Somebody else pushed in between. */
    MOVED
  }

  /**
   * Where the branch stands now; absent when it does not exist. Its commit and trees can be read
   * afterwards.
   */
  Optional<ObjectId> tip() throws IOException;

  /** Makes blobs of the tip readable. */
  void need(Collection<ObjectId> blobs) throws IOException;

  /** Reads commits, trees, and the blobs that were asked for. */
  ObjectReader reader() throws IOException;

  /**
   * Stores new objects, where the push takes them from.
   *
   * @param objects about how many there will be
   */
  ObjectInserter inserter(int objects) throws IOException;

  /** The repository that holds the objects; makes it where there is none yet. */
  Repository repository() throws IOException;

  /** Moves the branch to the commit if it still stands where it stood. */
  Push push(ObjectId commit, Optional<ObjectId> expected) throws IOException;

  @Override
  void close();
}
