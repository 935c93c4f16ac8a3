package org.hubfleet.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small fleet of two hubs in a folder, and calls of the program on it. */
record FleetOnDisk(Path root) {
  /**
   * How a call ended.
   *
   * @param out what a pipe would get
   * @param err what is said beside it
   */
  record Called(int status, String out, String err) {}

  /** Writes it, with its config in the folder of that name. */
  static FleetOnDisk in(Path root, String config) throws IOException {
    FleetOnDisk fleet = new FleetOnDisk(root);
    fleet.write(config + "/fleet.yaml", "language: 1\nasOf: 2026-11-21\n");
    fleet.write(config + "/clusters/west.yaml", "provider: gke\nkubernetes: \"1.35\"\n");
    fleet.write(config + "/communities/lab/hub.yaml", "cluster: west\n");
    fleet.write(config + "/communities/lab/course.yaml", "cluster: west\n");
    return fleet;
  }

  FleetOnDisk write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  /** Calls it in that folder below the root; empty is the root itself. */
  Called from(String folder, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(words, root.resolve(folder), stream(out), stream(err), false);
    return new Called(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Called call(String... words) {
    return from("", words);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
