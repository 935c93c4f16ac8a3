package org.hubfleet.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.hubfleet.model.Fleet;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Sources;
import org.hubfleet.verify.Given;
import org.hubfleet.write.Output;

/** A source checkout and a place for a deployment repository, in one folder. */
final class Workshop {
  /** Where a deployment goes when nobody says otherwise. */
  static final String BRANCH = "deployed";

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  final Path root;
  final Path source;
  final Path bare;

  Workshop(Path root) throws IOException {
    this(root, false);
  }

  /**
   * @param isThere whether it was made before
   */
  Workshop(Path root, boolean isThere) throws IOException {
    QuietGit.use();
    this.root = root;
    this.source = Files.createDirectories(root.resolve("source"));
    this.bare = root.resolve("deployment.git");
    if (isThere) {
      return;
    }
    try (Git made = Git.init().setDirectory(source.toFile()).setInitialBranch("main").call()) {
      fleet("language: 1\n");
    } catch (GitAPIException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Writes {@code fleet.yaml} and commits it; the name of the commit. */
  String fleet(String text) throws IOException {
    Path file = source.resolve("config/fleet.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return commit("Change the fleet");
  }

  /** Commits everything in the source. */
  String commit(String message) throws IOException {
    try (Git git = Git.open(source.toFile())) {
      git.add().addFilepattern(".").call();
      PersonIdent mira = new PersonIdent("Mira", "mira@lab.example");
      return git.commit().setMessage(message).setAuthor(mira).setCommitter(mira).call().name();
    } catch (GitAPIException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Checks out a commit of the source. */
  void checkout(String name) throws IOException {
    try (Git git = Git.open(source.toFile())) {
      git.checkout().setName(name).call();
    } catch (GitAPIException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** What the hubs of the cluster {@code west} compile to, each a ConfigMap with that word. */
  static Output output(Map<String, String> hubs) {
    SortedMap<String, String> files = new TreeMap<>();
    StringBuilder platform = new StringBuilder();
    hubs.forEach(
        (hub, word) -> {
          String folder = "west/hubs/" + hub + "/";
          files.put(folder + "hub.yaml", object("ConfigMap", "hub", hub, word));
          files.put(folder + "kustomization.yaml", "resources:\n- hub.yaml\n");
          files.put(
              folder + ".owned.yaml",
              "files:\n  hub.yaml: " + word + "\n  kustomization.yaml: x\n");
          files.put("west/platform/" + hub + ".yaml", object("Namespace", hub, "", "x"));
          platform.append("- ").append(hub).append(".yaml\n");
        });
    files.put("west/platform/kustomization.yaml", "resources:\n" + platform);
    files.put("west/platform/.owned.yaml", "files:\n- kustomization.yaml\n" + platform);
    files.put(".hubs.yaml", "compiler: \"0.1\"\nowns:\n- west\n");
    return new Output(files);
  }

  static String object(String kind, String name, String namespace, String word) {
    return "apiVersion: v1\nkind: "
        + kind
        + "\nmetadata:\n  name: "
        + name
        + (namespace.isEmpty() ? "" : "\n  namespace: " + namespace)
        + "\ndata:\n  word: "
        + word
        + "\n";
  }

  /** The wish to deploy these hubs to the bare repository. */
  Wish wish(Map<String, String> hubs) throws IOException {
    return wish(output(hubs), Scope.WHOLE);
  }

  Wish wish(Output output, Scope scope) throws IOException {
    return wish(output, scope, Optional.of(bare.toString()), Optional.empty());
  }

  Wish wish(Output output, Scope scope, Optional<String> repository, Optional<String> branch)
      throws IOException {
    String text = Files.readString(source.resolve("config/fleet.yaml"));
    Fleet fleet =
        new Fleet(
            Given.tree("config/fleet.yaml", text, Layer.FLEET),
            List.of(),
            List.of(),
            new Sources(List.of()));
    return new Wish(
        source.resolve("config"),
        fleet,
        output,
        scope,
        new TreeMap<>(),
        repository,
        branch,
        "0.1",
        UnaryOperator.identity());
  }

  static Deployment deployment() {
    return new Deployment(Secrets.NONE, Clock.fixed(NOON, ZoneOffset.UTC), Progress.SILENT);
  }

  /** The files of a branch, path to text. */
  SortedMap<String, String> files(Path repository, String branch) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (Repository git = open(repository);
        RevWalk commits = new RevWalk(git);
        TreeWalk walk = new TreeWalk(git)) {
      walk.addTree(commits.parseCommit(git.resolve(Constants.R_HEADS + branch)).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        byte[] bytes = git.open(walk.getObjectId(0)).getBytes();
        found.put(walk.getPathString(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  SortedMap<String, String> files() throws IOException {
    return files(bare, BRANCH);
  }

  /** The messages of the commits, the newest first. */
  List<String> log() throws IOException {
    List<String> found = new ArrayList<>();
    try (Repository git = open(bare);
        RevWalk walk = new RevWalk(git)) {
      walk.markStart(walk.parseCommit(git.resolve("refs/heads/" + BRANCH)));
      for (RevCommit commit : walk) {
        found.add(commit.getFullMessage());
      }
    }
    return found;
  }

  /** Pushes files of somebody else onto the branch. */
  void push(Map<String, String> files) throws IOException {
    if (!Files.exists(bare)) {
      NewRepository.at(bare, BRANCH);
    }
    try (Repository git = open(bare);
        ObjectInserter inserter = git.newObjectInserter()) {
      Optional<ObjectId> old = Optional.ofNullable(git.resolve("refs/heads/" + BRANCH));
      SortedMap<String, String> all = new TreeMap<>(old.isPresent() ? files() : Map.of());
      all.putAll(files);
      DirCache index = DirCache.newInCore();
      var builder = index.builder();
      for (Map.Entry<String, String> file : all.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(
            inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      old.ifPresent(commit::setParentId);
      commit.setAuthor(new PersonIdent("Somebody", "somebody@lab.example"));
      commit.setCommitter(commit.getAuthor());
      commit.setMessage("Something by hand\n");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = git.updateRef("refs/heads/" + BRANCH);
      update.setNewObjectId(id);
      update.update();
    }
  }

  static Repository open(Path folder) throws IOException {
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }
}
