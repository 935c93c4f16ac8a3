package org.hubfleet.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a folder, held by one run of all processes at a time. The operating system
 * takes it back when the process dies.
 *
 * <p>The locked file stays for ever: a lock on a file that may be deleted and made anew can be held
 * twice.
 */
final class FolderLock implements Closeable {
  /**
   * Locks held in this process. Closing any channel of a locked file would let its lock go (POSIX
   * {@code fcntl}), so a file that is locked here must not even be opened a second time.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock if nobody holds it; makes the file where it is missing. */
  static Optional<FolderLock> tryTake(Path file) throws IOException {
    if (!HELD_HERE.add(file)) {
      return Optional.empty();
    }
    Optional<FolderLock> taken = Optional.empty();
    try {
      taken = take(file);
    } finally {
      if (taken.isEmpty()) {
        HELD_HERE.remove(file);
      }
    }
    return taken;
  }

  private static Optional<FolderLock> take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return Optional.empty();
    }
    Files.writeString(holderFile(file), "process " + ProcessHandle.current().pid());
    return Optional.of(new FolderLock(file, channel));
  }

  /** Whether a run holds the lock now. */
  static boolean isHeld(Path file) throws IOException {
    if (HELD_HERE.contains(file)) {
      return true;
    }
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    }
  }

  /** Who holds the lock, or held it last, in words. */
  static String holder(Path file) {
    try {
      return Files.readString(holderFile(file));
    } catch (IOException unknown) {
      return "an unknown process";
    }
  }

  private static Path holderFile(Path file) {
    return file.resolveSibling("holder");
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(holderFile(file));
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
