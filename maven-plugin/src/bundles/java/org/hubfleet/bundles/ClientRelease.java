package org.hubfleet.bundles;

import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One release of the Kubernetes Java client, loaded apart from every other release. */
final class ClientRelease implements Closeable {
  private static final String APIS = "io.kubernetes.client.openapi.apis.";
  private static final String OBJECT = "io.kubernetes.client.common.KubernetesObject";
  private static final String CREATE = "create";
  private static final String CREATE_NAMESPACED = "createNamespaced";

  /** The client's class for a group and version, against the apiVersion that manifests use. */
  private static final Map<String, String> GROUPS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("AdmissionregistrationV1Api", "admissionregistration.k8s.io/v1"),
              Map.entry("AppsV1Api", "apps/v1"),
              Map.entry("AutoscalingV2Api", "autoscaling/v2"),
              Map.entry("BatchV1Api", "batch/v1"),
              Map.entry("CoordinationV1Api", "coordination.k8s.io/v1"),
              Map.entry("CoreV1Api", "v1"),
              Map.entry("DiscoveryV1Api", "discovery.k8s.io/v1"),
              Map.entry("NetworkingV1Api", "networking.k8s.io/v1"),
              Map.entry("NodeV1Api", "node.k8s.io/v1"),
              Map.entry("PolicyV1Api", "policy/v1"),
              Map.entry("RbacAuthorizationV1Api", "rbac.authorization.k8s.io/v1"),
              Map.entry("SchedulingV1Api", "scheduling.k8s.io/v1"),
              Map.entry("StorageV1Api", "storage.k8s.io/v1")));

  /** Kinds that only the cluster itself writes. */
  private static final Set<String> WRITTEN_BY_THE_CLUSTER =
      Set.of(
          "Binding",
          "ControllerRevision",
          "CSINode",
          "CSIStorageCapacity",
          "Event",
          "IPAddress",
          "Node",
          "VolumeAttachment");

  private final URLClassLoader loader;

  private ClientRelease(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Loads all jars of a folder; they hold the client's models, Gson and OkHttp. */
  static ClientRelease open(Path folder) throws IOException {
    List<URL> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path file : files) {
        jars.add(file.toUri().toURL());
      }
    }
    if (jars.isEmpty()) {
      throw new IllegalStateException("no jars in " + folder);
    }
    return new ClientRelease(
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
  }

  /** Every kind of the stable groups that a manifest may hold, sorted by apiVersion and kind. */
  List<ClientKind> kinds() {
    Map<String, ClientKind> kinds = new TreeMap<>();
    for (Map.Entry<String, String> group : GROUPS.entrySet()) {
      for (Method method : load(APIS + group.getKey()).getMethods()) {
        ClientKind kind = kindCreatedBy(method, group.getValue());
        if (kind != null && !WRITTEN_BY_THE_CLUSTER.contains(kind.kind())) {
          kinds.put(kind.key(), kind);
        }
      }
    }
    return List.copyOf(kinds.values());
  }

  /**
   * The kind that {@code createNamespacedDeployment(String, V1Deployment)} makes. Methods that make
   * a part of another object, such as {@code createNamespacedPodEviction}, are told by their name
   * not ending in their model's.
   */
  private ClientKind kindCreatedBy(Method method, String apiVersion) {
    if (!method.getName().startsWith(CREATE)) {
      return null;
    }
    boolean namespaced = method.getName().startsWith(CREATE_NAMESPACED);
    String kind = method.getName().substring((namespaced ? CREATE_NAMESPACED : CREATE).length());
    for (Class<?> parameter : method.getParameterTypes()) {
      if (load(OBJECT).isAssignableFrom(parameter)
          && parameter.getSimpleName().matches(".*V\\d+" + kind)) {
        return new ClientKind(apiVersion, kind, namespaced, parameter);
      }
    }
    return null;
  }

  private Class<?> load(String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the client has no " + name, e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
