package org.hubfleet.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished run of the Maven that runs the tests: offline, on the same JDK.
 *
 * @param log all it printed
 */
record MavenRun(int status, String log) {
  /** Whether the tests run inside Maven, which says where it and its local repository are. */
  static boolean isPossible() {
    return !version().isEmpty();
  }

  /** The version of the plugin under test; empty outside Maven. */
  static String version() {
    return System.getProperty("hubs.version", "");
  }

  /** Whether the Maven that runs the tests must not use the network. */
  static boolean isOffline() {
    return System.getProperty("hubs.network", "").equals("offline=true");
  }

  /** The local repository of the Maven that runs the tests. */
  static Path knownRepository() {
    return Path.of(System.getProperty("hubs.repository"));
  }

  /** Runs it. */
  static MavenRun in(Path folder, Path repository, String... words)
      throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("hubs.maven"));
    List<String> command =
        new ArrayList<>(List.of(home.resolve("bin/mvn").toString(), "-o", "-B", "-ntp"));
    command.add("-Dmaven.repo.local=" + repository);
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new MavenRun(process.waitFor(), log);
  }
}
