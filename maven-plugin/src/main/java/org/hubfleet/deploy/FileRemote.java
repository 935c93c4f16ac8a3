package org.hubfleet.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository in a folder of this machine, read and written where it is: nothing is copied, and a
 * branch moves in one step or not at all.
 */
final class FileRemote implements Remote {
  /** From this number of objects on they go into one pack. */
  private static final int WORTH_A_PACK = 300;

  private final Path folder;
  private final String branch;
  private Optional<FileRepository> repository;

  private FileRemote(Path folder, String branch, Optional<FileRepository> repository) {
    this.folder = folder;
    this.branch = branch;
    this.repository = repository;
  }

  /** Opens the repository in that folder; one that is not there yet is made when it is written. */
  static FileRemote open(Path folder, String branch) throws IOException {
    return new FileRemote(
        folder, branch, Files.exists(folder) ? Optional.of(existing(folder)) : Optional.empty());
  }

  private static FileRepository existing(Path folder) throws IOException {
    Path inside = folder.resolve(Constants.DOT_GIT);
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
    if (Files.exists(inside)) {
      builder.setWorkTree(folder.toFile());
    } else {
      builder.setGitDir(folder.toFile()).setBare();
    }
    return (FileRepository) builder.setup().build();
  }

  @Override
  public Optional<ObjectId> tip() throws IOException {
    if (repository.isEmpty()) {
      return Optional.empty();
    }
    repository.get().getRefDatabase().refresh();
    return Optional.ofNullable(repository.get().exactRef(Constants.R_HEADS + branch))
        .map(Ref::getObjectId);
  }

  @Override
  public void need(Collection<ObjectId> blobs) {
    // they are all here
  }

  @Override
  public ObjectReader reader() {
    // Reading must not make the repository: of one that is not there, there is nothing to read.
    return repository
        .map(Repository::newObjectReader)
        .orElseGet(
            () -> new InMemoryRepository(new DfsRepositoryDescription(branch)).newObjectReader());
  }

  @Override
  public ObjectInserter inserter(int objects) throws IOException {
    FileRepository target = (FileRepository) repository();
    if (objects < WORTH_A_PACK) {
      return target.newObjectInserter();
    }
    PackInserter pack = target.getObjectDatabase().newPackInserter();
    pack.setCompressionLevel(1);
    return pack;
  }

  @Override
  public Repository repository() throws IOException {
    if (repository.isEmpty()) {
      if (!Files.exists(folder)) {
        NewRepository.at(folder, branch);
      }
      repository = Optional.of(existing(folder));
    }
    return repository.get();
  }

  @Override
  public Push push(ObjectId commit, Optional<ObjectId> expected) throws IOException {
    return new BranchMove(repository(), branch, expected, commit).run();
  }

  /** The folder in which the repository keeps its objects. */
  Optional<File> gitFolder() {
    return repository.map(Repository::getDirectory);
  }

  @Override
  public void close() {
    repository.ifPresent(Repository::close);
  }
}
