package org.hubfleet.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Lengthens the history of a deployment repository, as years of small deployments do. */
final class History {
  private final Path bare;
  private final String branch;

  History(Path bare, String branch) {
    this.bare = bare;
    this.branch = branch;
  }

  /**
   * Puts commits onto the branch, each with another line at the end of one of the files, and packs
   * the repository as servers do.
   */
  void add(int commits, List<Path> files, Path generated) throws IOException, InterruptedException {
    String ref = "refs/heads/" + branch;
    Process process =
        new ProcessBuilder("git", "-C", bare.toString(), "fast-import", "--quiet", "--force")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream out = new BufferedOutputStream(process.getOutputStream())) {
      for (int i = 0; i < commits; i++) {
        Path file = files.get(i % files.size());
        String text = java.nio.file.Files.readString(file) + "# " + i + "\n";
        String path = generated.relativize(file).toString().replace('\\', '/');
        put(out, "commit " + ref);
        put(out, "committer Bench <bench@fleet.example> " + (1_700_000_000 + i * 600) + " +0000");
        data(out, "Change one hub, for the " + i + "th time\n");
        if (i == 0) {
          put(out, "from " + ref + "^0");
        }
        put(out, "M 100644 inline " + path);
        data(out, text);
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("git fast-import failed");
    }
    PlainGit.run(bare, "git", "gc", "-q");
  }

  private static void put(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void data(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    put(out, "data " + bytes.length);
    out.write(bytes);
    out.write('\n');
  }
}
