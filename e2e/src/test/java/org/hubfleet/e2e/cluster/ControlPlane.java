package org.hubfleet.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.e2e.process.Daemon;
import org.hubfleet.e2e.tool.ToolBox;

/** A real etcd, API server, controller manager and scheduler on loopback. */
public final class ControlPlane implements AutoCloseable {
  /** Token of the suite's own user, a member of system:masters. */
  public static final String ADMIN_TOKEN = "suite-admin";

  private static final int ETCD_PORT = Ports.own(12379);
  private static final int ETCD_PEER_PORT = Ports.own(12380);
  private static final int API_PORT = Ports.own(16443);
  private static final int CONTROLLERS_PORT = Ports.own(10257);
  private static final int SCHEDULER_PORT = Ports.own(10259);
  private static final String KUBECONFIG = "kubeconfig";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final List<Daemon> daemons = new ArrayList<>();
  private final ToolBox tools;
  private final Path work;
  private final Path logs;

  private ControlPlane(ToolBox tools, Path work, Path logs) {
    this.tools = tools;
    this.work = work;
    this.logs = logs;
  }

  /** Starts all of it; ready when the API server says so. */
  public static ControlPlane start(ToolBox tools, Path work, Path logs) throws IOException {
    ControlPlane plane = new ControlPlane(tools, Files.createDirectories(work), logs);
    try {
      plane.startEtcd();
      plane.startApiServer();
      plane.startControllers();
    } catch (RuntimeException | IOException broken) {
      plane.close();
      throw broken;
    }
    return plane;
  }

  /** The suite's way to the API server. */
  public Api api() {
    return new Api("https://127.0.0.1:" + API_PORT, ADMIN_TOKEN);
  }

  /** A file with which programs speak to the API server as the suite does. */
  public Path kubeconfig() {
    return work.resolve(KUBECONFIG);
  }

  private void startEtcd() throws IOException {
    String client = "http://127.0.0.1:" + ETCD_PORT;
    String peer = "http://127.0.0.1:" + ETCD_PEER_PORT;
    daemons.add(
        Daemon.start(
            "etcd",
            logs,
            Map.of(),
            List.of(
                program("etcd"),
                "--data-dir=" + work.resolve("etcd"),
                "--unsafe-no-fsync",
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=default=" + peer)));
  }

  private void startApiServer() throws IOException {
    Path key = AccountKey.write(work.resolve("accounts.key"));
    Path tokens =
        Files.writeString(
            work.resolve("tokens.csv"), ADMIN_TOKEN + ",suite,suite,system:masters\n");
    Daemon server =
        Daemon.start(
            "kube-apiserver",
            logs,
            Map.of(),
            List.of(
                program("kube-apiserver"),
                "--etcd-servers=http://127.0.0.1:" + ETCD_PORT,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + API_PORT,
                "--cert-dir=" + work.resolve("certificates"),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + key,
                "--service-account-signing-key-file=" + key,
                "--service-cluster-ip-range=10.96.0.0/16",
                "--authorization-mode=RBAC",
                "--token-auth-file=" + tokens,
                "--allow-privileged",
                "--endpoint-reconciler-type=none"));
    daemons.add(server);
    Api api = api();
    server.await(PATIENCE, api::isReady);
  }

  private void startControllers() throws IOException {
    Path kubeconfig = Kubeconfig.write(kubeconfig(), api().server(), ADMIN_TOKEN);
    daemons.add(
        Daemon.start(
            "kube-controller-manager",
            logs,
            Map.of(),
            List.of(
                program("kube-controller-manager"),
                "--kubeconfig=" + kubeconfig,
                "--root-ca-file=" + work.resolve("certificates/apiserver.crt"),
                "--service-account-private-key-file=" + work.resolve("accounts.key"),
                "--use-service-account-credentials",
                "--bind-address=127.0.0.1",
                "--secure-port=" + CONTROLLERS_PORT,
                "--leader-elect=false")));
    daemons.add(
        Daemon.start(
            "kube-scheduler",
            logs,
            Map.of(),
            List.of(
                program("kube-scheduler"),
                "--kubeconfig=" + kubeconfig,
                "--bind-address=127.0.0.1",
                "--secure-port=" + SCHEDULER_PORT,
                "--leader-elect=false")));
  }

  private String program(String name) throws IOException {
    return tools.program("kubernetes", name).toString();
  }

  @Override
  public void close() {
    for (int i = daemons.size() - 1; i >= 0; i--) {
      daemons.get(i).close();
    }
    removeStore();
  }

  /** Dozens of megabytes of a cluster that is gone. */
  private void removeStore() {
    try (Stream<Path> files = Files.walk(work.resolve("etcd"))) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException none) {
      // it was never started
    }
  }
}
