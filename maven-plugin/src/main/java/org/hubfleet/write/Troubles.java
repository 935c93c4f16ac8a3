package org.hubfleet.write;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;

/**
 * The problems of a folder on disk, worded.
 *
 * @param name of the folder, such as {@code generated}
 */
record Troubles(String name) {
  private static final RuleName HALF_WRITTEN = RuleName.of("generated/half-written");
  private static final RuleName LOCKED = RuleName.of("generated/locked");
  private static final RuleName LINK = RuleName.of("generated/link");
  private static final RuleName FILE_IN_PLACE = RuleName.of("generated/file-in-place");
  private static final RuleName FOLDER_IN_PLACE = RuleName.of("generated/folder-in-place");
  private static final RuleName NOT_WRITABLE = RuleName.of("generated/not-writable");
  private static final RuleName UNREADABLE = RuleName.of("generated/unreadable");

  Diagnostic halfWritten() {
    return Diagnostic.error(
            Place.ofFile(name), HALF_WRITTEN, "a run that was writing this folder was stopped")
        .hint("run mvn package, which finishes or undoes what it began");
  }

  Diagnostic locked(String holder) {
    return Diagnostic.error(
            Place.ofFile(name), LOCKED, "another run is writing this folder: " + holder)
        .hint("wait until it has ended and run again");
  }

  Diagnostic link(String path) {
    return Diagnostic.error(
            place(path), LINK, "a symbolic link stands where a folder of compiled files belongs")
        .hint("move it away; links are not followed");
  }

  Diagnostic fileInPlace(String path) {
    return Diagnostic.error(
            place(path), FILE_IN_PLACE, "a file stands where a folder of compiled files belongs")
        .hint("move it away; nobody here made it");
  }

  Diagnostic noFolder() {
    return Diagnostic.error(
            Place.ofFile(name),
            FILE_IN_PLACE,
            "a file stands where the folder " + name + " belongs")
        .hint("move it away, or name another folder with -Dhubs.generated");
  }

  Diagnostic folderInPlace(String path) {
    return Diagnostic.error(
            place(path), FOLDER_IN_PLACE, "a folder stands where a compiled file belongs")
        .hint("move it away; nobody here made it");
  }

  Diagnostic notWritable(IOException broken, Path root) {
    return Diagnostic.error(
            place(broken, root), NOT_WRITABLE, "the disk does not let us write: " + reason(broken))
        .hint("nothing was changed, or the next run undoes it: give room or rights and run again");
  }

  Diagnostic unreadable(IOException broken, Path root) {
    return Diagnostic.error(
            place(broken, root), UNREADABLE, "this cannot be read: " + reason(broken))
        .hint("give the run the right to read all of " + name + "/");
  }

  private Place place(String path) {
    return Place.ofFile(name + "/" + path);
  }

  private Place place(IOException broken, Path root) {
    if (broken instanceof FileSystemException known && known.getFile() != null) {
      Path file = Path.of(known.getFile()).toAbsolutePath().normalize();
      if (file.startsWith(root) && !file.equals(root)) {
        return place(root.relativize(file).toString().replace('\\', '/'));
      }
    }
    return Place.ofFile(name);
  }

  private static String reason(IOException broken) {
    if (broken instanceof AccessDeniedException) {
      return "permission denied";
    }
    boolean told = broken instanceof FileSystemException known && known.getReason() != null;
    return told
        ? ((FileSystemException) broken).getReason().toLowerCase(Locale.ROOT)
        : "an error of the file system";
  }
}
