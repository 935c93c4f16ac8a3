package org.hubfleet.e2e.flux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.e2e.process.Program;

/** A deployment repository: bare, and a checkout in which commits are made by hand. */
final class DeployedRepository {
  static final String BRANCH = "deployed";
  private static final Map<String, String> APART =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_AUTHOR_NAME", "Suite",
          "GIT_AUTHOR_EMAIL", "suite@fleet.example",
          "GIT_COMMITTER_NAME", "Suite",
          "GIT_COMMITTER_EMAIL", "suite@fleet.example");

  private final Path bare;
  private final Path checkout;

  DeployedRepository(Path home) throws IOException {
    bare = home.resolve("deployed.git");
    checkout = Files.createDirectories(home.resolve("checkout"));
  }

  /** Its address; nothing is there before somebody deploys. */
  Path bare() {
    return bare;
  }

  /** The commit at the tip. */
  String tip() {
    return git(bare, "rev-parse", "refs/heads/" + BRANCH);
  }

  /** A compressed archive of a commit, as Flux fetches it. */
  byte[] archive(String commit) {
    return new Program(bare, APART).run(List.of("git", "archive", "--format=tar.gz", commit));
  }

  /** The files at the tip. */
  SortedMap<String, String> files() throws IOException {
    refresh();
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(checkout)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = checkout.relativize(file).toString();
        if (!path.startsWith(".git/")) {
          found.put(path, Files.readString(file));
        }
      }
    }
    return found;
  }

  /** Makes the tip hold exactly these files, by a commit of its own even when nothing differs. */
  String commit(SortedMap<String, String> files) throws IOException {
    refresh();
    for (String old : files().keySet()) {
      Files.delete(checkout.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = checkout.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    git(checkout, "add", "--all");
    git(checkout, "commit", "--quiet", "--allow-empty", "-m", "By hand");
    git(checkout, "push", "--quiet", bare.toString(), "HEAD:" + BRANCH);
    return tip();
  }

  private void refresh() {
    if (!Files.exists(checkout.resolve(".git"))) {
      git(checkout, "init", "--quiet", "--initial-branch=" + BRANCH);
    }
    git(checkout, "fetch", "--quiet", bare.toString(), BRANCH);
    git(checkout, "reset", "--quiet", "--hard", "FETCH_HEAD");
    git(checkout, "clean", "--quiet", "-fdx");
  }

  private static String git(Path folder, String... words) {
    return new Program(folder, APART)
        .text(Stream.concat(Stream.of("git"), Stream.of(words)).toArray(String[]::new));
  }
}
