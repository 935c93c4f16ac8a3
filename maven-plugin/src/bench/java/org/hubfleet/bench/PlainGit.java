package org.hubfleet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Deploys as a script does: clone, copy the compiled files over, add, commit, push. */
final class PlainGit {
  private final Path scratch;
  private int clones;

  PlainGit(Path scratch) {
    this.scratch = scratch;
  }

  /** Seconds for that, everything in new processes; the clone is thrown away after the clock. */
  double deploy(Path generated, String address, String branch, boolean isEmpty)
      throws IOException, InterruptedException {
    Path clone = scratch.resolve("clone" + clones++);
    long start = System.nanoTime();
    if (isEmpty) {
      run(scratch, "git", "init", "-q", "-b", branch, clone.toString());
      run(clone, "git", "remote", "add", "origin", address);
    } else {
      run(scratch, "git", "clone", "-q", "--depth=1", "-b", branch, address, clone.toString());
    }
    run(scratch, "cp", "-r", generated + "/.", clone.toString());
    run(clone, "git", "add", "-A");
    commit(clone, "Deploy");
    run(clone, "git", "push", "-q", "origin", branch);
    double took = (System.nanoTime() - start) / 1e9;
    Measured.deleteTree(clone);
    return took;
  }

  static void commit(Path checkout, String message) throws IOException, InterruptedException {
    run(
        checkout,
        "git",
        "-c",
        "user.name=Bench",
        "-c",
        "user.email=bench@fleet.example",
        "commit",
        "-q",
        "-m",
        message);
  }

  /** Runs a command to its end; what it says. */
  static String run(Path folder, String... words) throws IOException, InterruptedException {
    Path log = Files.createTempFile("bench", ".log");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(words)));
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    // Nothing goes on in the background.
    builder.environment().put("GIT_CONFIG_COUNT", "1");
    builder.environment().put("GIT_CONFIG_KEY_0", "gc.auto");
    builder.environment().put("GIT_CONFIG_VALUE_0", "0");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int end = process.waitFor();
    String said = Files.readString(log);
    Files.delete(log);
    if (end != 0) {
      throw new IllegalStateException(String.join(" ", words) + " failed:\n" + said);
    }
    return said;
  }
}
