package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.process.Daemon;

/**
 * Plays the kubelets of marked nodes, by the stages of a file: nodes become and stay ready, pods
 * that are deleted go. Nothing runs.
 */
final class Kwok {
  static final String MARK = "hubs.example/played-by";
  static final String OURS = "kwok";

  private Kwok() {}

  static Daemon start(Suite.Shared suite) {
    Path stages = suite.root().resolve("e2e/src/test/resources/kwok-stages.yaml");
    try {
      return Daemon.start(
          "kwok",
          suite.logs(),
          Map.of(),
          List.of(
              suite.tools().program("kwok", "kwok").toString(),
              "--kubeconfig=" + suite.plane().kubeconfig(),
              "--config=" + stages,
              "--manage-nodes-with-annotation-selector=" + MARK + "=" + OURS));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
