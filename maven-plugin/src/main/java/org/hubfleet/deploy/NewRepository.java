package org.hubfleet.deploy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;

/** Makes a bare repository, all of it or nothing. */
final class NewRepository {
  private NewRepository() {}

  /** Makes one in a folder that does not exist; that somebody else was quicker is fine. */
  static void at(Path folder, String branch) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path draft = Files.createTempDirectory(parent, "." + folder.getFileName() + ".new");
    try {
      try (Repository made =
          new FileRepositoryBuilder().setBare().setGitDir(draft.toFile()).build()) {
        made.create(true);
        made.updateRef(Constants.HEAD).link(Constants.R_HEADS + branch);
      }
      move(draft, folder);
    } finally {
      FileUtils.delete(draft.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    }
  }

  private static void move(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException quicker) {
      return;
    } catch (FileSystemException failed) {
      if (!Files.isDirectory(folder)) {
        throw failed;
      }
    }
  }
}
