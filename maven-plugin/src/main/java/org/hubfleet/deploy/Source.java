package org.hubfleet.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoWorkTreeException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/**
 * The checkout that a config folder lies in, where it lies in one.
 *
 * @param commit that is checked out
 * @param branch that is checked out; absent when none is
 * @param changed files of the config folder that are not as committed, sorted, few
 * @param gitFolder of the repository, absolute
 * @param addresses of the repositories it was cloned from or pushes to
 */
record Source(
    Optional<ObjectId> commit,
    Optional<String> branch,
    List<String> changed,
    Optional<Path> gitFolder,
    List<String> addresses) {
  /** How many changed files are worth telling. */
  private static final int FEW = 5;

  private static final Source NONE =
      new Source(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of());

  /** What the one source commit is to another. */
  enum Order {
    SAME,
    NEWER,
    OLDER,
    BESIDE,
    /** The other commit is not in the checkout. */
    UNKNOWN
  }

  Source {
    changed = List.copyOf(changed);
    addresses = List.copyOf(addresses);
  }

  /** The checkout around a config folder. */
  static Source around(Path config) throws IOException {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(config.toAbsolutePath().normalize().toFile());
    if (builder.getGitDir() == null) {
      return NONE;
    }
    try (Repository repository = builder.setMustExist(true).build()) {
      return of(repository, config.toAbsolutePath().normalize());
    } catch (NoWorkTreeException bare) {
      return NONE;
    }
  }

  private static Source of(Repository repository, Path config) throws IOException {
    Optional<ObjectId> head = Optional.ofNullable(repository.resolve(Constants.HEAD));
    String full = Optional.ofNullable(repository.getFullBranch()).orElse("");
    List<String> addresses = new ArrayList<>();
    for (String name : repository.getRemoteNames()) {
      addresses.addAll(List.of(repository.getConfig().getStringList("remote", name, "url")));
    }
    return new Source(
        head,
        full.startsWith(Constants.R_HEADS)
            ? Optional.of(full.substring(Constants.R_HEADS.length()))
            : Optional.empty(),
        head.isPresent() ? changed(repository, config, head.get()) : List.of(),
        Optional.of(repository.getCommonDirectory().toPath().toRealPath()),
        addresses);
  }

  /** Only the config folder counts: nothing else is compiled. */
  private static List<String> changed(Repository repository, Path config, ObjectId head)
      throws IOException {
    Path workTree = repository.getWorkTree().toPath().toRealPath();
    String folder = workTree.relativize(config.toRealPath()).toString().replace('\\', '/');
    IndexDiff diff = new IndexDiff(repository, head, new FileTreeIterator(repository));
    if (!folder.isEmpty()) {
      diff.setFilter(PathFilter.create(folder));
    }
    diff.diff();
    List<String> found = new ArrayList<>();
    found.addAll(diff.getAdded());
    found.addAll(diff.getChanged());
    found.addAll(diff.getRemoved());
    found.addAll(diff.getMissing());
    found.addAll(diff.getModified());
    found.addAll(diff.getUntracked());
    found.addAll(diff.getConflicting());
    return found.stream().distinct().sorted().limit(FEW).toList();
  }

  /** What this commit is to another; throws when the checkout cannot be read. */
  Order to(String other) throws IOException {
    if (commit.filter(own -> own.name().equals(other)).isPresent()) {
      return Order.SAME;
    }
    File git = gitFolder.orElseThrow().toFile();
    try (Repository repository = new FileRepositoryBuilder().setGitDir(git).build();
        RevWalk walk = new RevWalk(repository)) {
      RevCommit own = walk.parseCommit(commit.orElseThrow());
      RevCommit deployed = walk.parseCommit(ObjectId.fromString(other));
      if (walk.isMergedInto(deployed, own)) {
        return Order.NEWER;
      }
      return walk.isMergedInto(own, deployed) ? Order.OLDER : Order.BESIDE;
    } catch (MissingObjectException notHere) {
      return Order.UNKNOWN;
    }
  }
}
