package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Kubeconfig;
import org.hubfleet.e2e.cluster.Ports;
import org.hubfleet.e2e.process.Daemon;
import org.hubfleet.source.Node;

/**
 * A hub's own scheduler: the real program with the command, ConfigMap and account of its
 * Deployment. Three things are the suite's: where the ConfigMap lies, a port of its own, and the
 * server and token, which stand in one line at the ConfigMap's end instead of in the account's
 * folder.
 */
final class UserScheduler implements AutoCloseable {
  private static final String NAME = "user-scheduler";

  private final Daemon daemon;
  private final Path log;

  private UserScheduler(Daemon daemon, Path log) {
    this.daemon = daemon;
    this.log = log;
  }

  /** The scheduler of a hub; absent when it has none. */
  static Optional<UserScheduler> of(Suite.Shared suite, String hub, List<Node> objects)
      throws IOException {
    Optional<Node> deployment =
        Tree.ofKind(objects, "Deployment").stream()
            .filter(object -> Tree.text(object, "metadata.labels.component").equals(NAME))
            .findFirst();
    return deployment.isEmpty()
        ? Optional.empty()
        : Optional.of(start(suite, hub, deployment.get(), objects));
  }

  private static UserScheduler start(
      Suite.Shared suite, String hub, Node deployment, List<Node> objects) throws IOException {
    Path work = suite.work(NAME + "-" + hub);
    String namespace = Tree.text(deployment, "metadata.namespace");
    Node pod = deployment.at("spec.template.spec").orElseThrow();
    String token = token(suite.api(), namespace, Tree.text(pod, "serviceAccountName"));
    Path account = Kubeconfig.write(work.resolve("account"), suite.plane().api().server(), token);
    Node volume = Tree.items(pod, "volumes").get(0);
    Node container = Tree.items(pod, "containers").get(0);
    String place = Tree.text(Tree.items(container, "volumeMounts").get(0), "mountPath");
    Tree.texts(Tree.named(objects, "ConfigMap", Tree.text(volume, "configMap.name")), "data")
        .forEach((name, text) -> write(work.resolve(name), text + connection(account)));
    List<String> command = new ArrayList<>();
    for (Node word : Tree.items(container, "command")) {
      command.add(word.string().orElseThrow().replace(place, work.toString()));
    }
    command.set(0, suite.tools().program("kubernetes", "kube-scheduler").toString());
    command.add("--bind-address=127.0.0.1");
    command.add("--secure-port=" + Ports.own(10260));
    String name = NAME + "-" + hub;
    return new UserScheduler(
        Daemon.start(name, suite.logs(), Map.of(), command), suite.logs().resolve(name + ".log"));
  }

  private static String connection(Path account) {
    return "clientConnection: {kubeconfig: \"" + account + "\"}\n";
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A token as the kubelet gets it for an account. */
  static String token(Api api, String namespace, String account) {
    Api.Answer answer =
        api.post(
            "/api/v1/namespaces/" + namespace + "/serviceaccounts/" + account + "/token",
            "{\"apiVersion\": \"authentication.k8s.io/v1\", \"kind\": \"TokenRequest\","
                + " \"spec\": {}}");
    if (!answer.isFine()) {
      throw new IllegalStateException(answer.message());
    }
    return Tree.text(answer.tree(), "status.token");
  }

  /** What the API server forbade it; empty when its account's rights are enough. */
  List<String> forbidden() throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("is forbidden")).distinct().limit(10).toList();
    }
  }

  @Override
  public void close() {
    daemon.close();
  }
}
