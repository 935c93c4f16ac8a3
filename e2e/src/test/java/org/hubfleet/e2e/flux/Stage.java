package org.hubfleet.e2e.flux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.CustomResources;
import org.hubfleet.e2e.cluster.Ports;
import org.hubfleet.e2e.process.Daemon;
import org.hubfleet.e2e.process.Program;

/** A cluster with Flux on it, a deployment repository, and the way between them. */
final class Stage implements AutoCloseable {
  private static final int HEALTH = Ports.own(19440);
  private static final String ACCOUNT =
      """
      {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "kustomize-controller"}}
      """;
  private static final String RIGHTS =
      """
      {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding",
       "metadata": {"name": "cluster-reconciler-flux-system"},
       "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole",
        "name": "cluster-admin"},
       "subjects": [{"kind": "ServiceAccount", "name": "kustomize-controller",
        "namespace": "flux-system"}]}
      """;

  private final Suite.Shared suite;
  private final Path work;
  private final DeployedRepository repository;
  private final PlayedSource source;
  private final PlayedPods pods;
  private final Daemon controller;

  Stage(Suite.Shared suite) throws IOException {
    this.suite = suite;
    this.work = suite.work("flux");
    this.repository = new DeployedRepository(work);
    CustomResources.install(api(), suite.tools().folder("crds"));
    api().post("/api/v1/namespaces/flux-system/serviceaccounts", ACCOUNT);
    api().post("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", RIGHTS);
    this.source = new PlayedSource(api());
    this.pods = new PlayedPods(api());
    this.controller =
        Daemon.start(
            "kustomize-controller",
            suite.logs(),
            Map.of(
                "KUBECONFIG",
                suite.plane().kubeconfig().toString(),
                "RUNTIME_NAMESPACE",
                "flux-system"),
            List.of(
                suite.tools().program("flux", "kustomize-controller").toString(),
                "--metrics-addr=127.0.0.1:0",
                "--health-addr=127.0.0.1:" + HEALTH,
                "--requeue-dependency=1s",
                "--http-retry=1",
                "--concurrent=8",
                // as docs/flux.md tells who adopts hubs of a chart
                "--override-manager=helm"));
  }

  Api api() {
    return suite.api();
  }

  Suite.Shared suite() {
    return suite;
  }

  PlayedPods pods() {
    return pods;
  }

  DeployedRepository repository() {
    return repository;
  }

  /** The fleet of the example, on one cluster. */
  StageFleet example() {
    return StageFleet.example(suite.root().resolve("config"));
  }

  /** Deploys with the goal itself, as people do; gives the revision. */
  String deploy(StageFleet fleet) throws IOException {
    Path config = fleet.write(work);
    new Program(config.getParent(), Map.of())
        .run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.hubfleet.cli.Main",
                "deploy",
                "--allowDirty",
                "--config",
                config.toString(),
                "--repository",
                repository.bare().toString()));
    return DeployedRepository.BRANCH + "@sha1:" + repository.tip();
  }

  /**
   * The lines of {@code hubs:status} about the cluster.
   *
   * @param strict whether it fails when something is not as deployed
   */
  List<String> status(StageFleet fleet, boolean strict) throws IOException {
    String file = "clusters/" + StageFleet.CLUSTER + ".yaml";
    Path config = fleet.with(file, fleet.files().get(file) + "context: suite\n").write(work);
    return new Program(config.getParent(), Map.of())
        .text(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.hubfleet.cli.Main",
            "status",
            "--config=" + config,
            "--repository=" + repository.bare(),
            "--cluster=" + StageFleet.CLUSTER,
            "--kubeconfig=" + suite.plane().kubeconfig(),
            "--exitCode=" + strict)
        .lines()
        .toList();
  }

  /** What an operator does once: one file, applied by hand. */
  void bootstrap() throws IOException {
    String path = StageFleet.CLUSTER + "/flux/cluster.yaml";
    Path file = Files.writeString(work.resolve("cluster.yaml"), repository.files().get(path));
    new Program(work, Map.of("KUBECONFIG", suite.plane().kubeconfig().toString()))
        .text(
            suite.tools().program("kubernetes", "kubectl").toString(),
            "apply",
            "--server-side",
            "-f",
            file.toString());
  }

  /** Publishes the tip, waits until all sets have it. */
  String sync() throws IOException {
    String revision = publish();
    for (String set : sets(repository.files())) {
      set(set).awaitApplied(revision);
    }
    return revision;
  }

  /** Publishes the tip; gives its revision. */
  String publish() {
    return source.publish(repository, repository.tip());
  }

  /** Commits exactly these files by hand and publishes them. */
  String commit(SortedMap<String, String> files) throws IOException {
    repository.commit(files);
    return publish();
  }

  /** Compiles, commits, publishes and waits until all sets have it. */
  String apply(StageFleet fleet) throws IOException {
    repository.commit(compiled(fleet));
    return sync();
  }

  SortedMap<String, String> compiled(StageFleet fleet) throws IOException {
    return fleet.compiled(work);
  }

  FluxSet set(String name) {
    return new FluxSet(api(), name);
  }

  Live live(String namespace) {
    return Live.in(api(), namespace);
  }

  /** The names of the sets that the cluster's Flux is told of. */
  static List<String> sets(SortedMap<String, String> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(StageFleet.CLUSTER + "/flux/"))
        .flatMap(file -> SetNames.in(file.getValue()).stream())
        .toList();
  }

  @Override
  public void close() {
    try (controller;
        source;
        pods) {
      api().delete("/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/flux-system/kustomizations");
    } catch (UncheckedIOException gone) {
      // the server has ended first
    }
  }
}
