package org.hubfleet.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a program is told of an API server and who it is there. */
public final class Kubeconfig {
  private Kubeconfig() {}

  /** Writes one for a server and a token; gives the file. */
  public static Path write(Path file, String server, String token) throws IOException {
    return Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: suite
        clusters:
        - name: suite
          cluster: {server: "%s", insecure-skip-tls-verify: true}
        users:
        - name: suite
          user: {token: "%s"}
        contexts:
        - name: suite
          context: {cluster: suite, user: suite}
        """
            .formatted(server, token));
  }
}
