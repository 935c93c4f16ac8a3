package org.hubfleet.live;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Cluster;
import org.hubfleet.source.Node;

/**
 * The way to a cluster's API server, as a kubeconfig file has it: the context is the one that the
 * cluster's file names.
 *
 * <p>Reports {@code live/no-context} and {@code live/kubeconfig}.
 */
final class Access {
  private static final RuleName NO_CONTEXT = RuleName.of("live/no-context");
  private static final RuleName KUBECONFIG = RuleName.of("live/kubeconfig");
  private static final int MILLIS = 1000;
  private static final int PATIENCE = 20;

  private final Path kubeconfig;

  Access(Path kubeconfig) {
    this.kubeconfig = kubeconfig;
  }

  /** The file of a cluster, or the line in it that names the context. */
  static Place place(Cluster cluster) {
    return cluster
        .fact("context")
        .map(node -> node.origin().place())
        .orElse(Place.ofFile("config/clusters/" + cluster.name() + ".yaml"));
  }

  /**
   * The API server of a cluster; nothing is asked of it yet. Ways to log in that Kubernetes has
   * given up, such as those built in for clouds, are not there.
   */
  Outcome<ApiServer> to(Cluster cluster) {
    Optional<String> context = cluster.fact("context").flatMap(Node::string);
    if (context.isEmpty()) {
      return Outcome.none(
          Diagnostic.error(
                  place(cluster),
                  NO_CONTEXT,
                  "the file of cluster \"" + cluster.name() + "\" names no context of a kubeconfig")
              .hint("write \"context: <name>\" there"));
    }
    try {
      KubeConfig config = read();
      return config.setContext(context.get())
          ? Outcome.of(new ApiServer(client(config)))
          : Outcome.none(
              Diagnostic.error(
                  place(cluster),
                  KUBECONFIG,
                  "the kubeconfig file has no context \"" + context.get() + "\""));
    } catch (IOException | RuntimeException | LinkageError broken) {
      return Outcome.none(
          Diagnostic.error(
                  place(cluster),
                  KUBECONFIG,
                  "the kubeconfig file is of no use for \"" + context.get() + "\"")
              .hint("see whether kubectl --context " + context.get() + " works with it"));
    }
  }

  private KubeConfig read() throws IOException {
    try (Reader text = Files.newBufferedReader(kubeconfig)) {
      KubeConfig config = KubeConfig.loadKubeConfig(text);
      config.setFile(kubeconfig.toFile());
      return config;
    }
  }

  private static ApiClient client(KubeConfig config) throws IOException {
    int patience = MILLIS * Integer.getInteger("hubs.patience", PATIENCE);
    return ClientBuilder.kubeconfig(config)
        .build()
        .setConnectTimeout(patience)
        .setReadTimeout(patience);
  }
}
