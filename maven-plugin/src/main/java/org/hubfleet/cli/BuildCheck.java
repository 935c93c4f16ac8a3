package org.hubfleet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code mvn verify} runs of a checkout: {@code check} with the program that was just built,
 * in a process of its own. Maven shows a process that ends with 1, and an exception too, with a
 * stack trace; so this ends well and leaves a mark, which fails the build with one line.
 */
public final class BuildCheck {
  private BuildCheck() {}

  /**
   * Checks, and shows what is wrong.
   *
   * @param args the program's jar, the config folder, and the file that is there afterwards when
   *     something is stale
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path mark = Path.of(args[2]);
    Files.deleteIfExists(mark);
    Process check =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                args[0],
                "check",
                "--config=" + args[1])
            .inheritIO()
            .start();
    if (check.waitFor() != 0) {
      Files.createFile(mark);
    }
  }
}
