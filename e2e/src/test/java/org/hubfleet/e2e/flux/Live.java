package org.hubfleet.e2e.flux;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.source.Node;

/**
 * What lies in a namespace.
 *
 * @param objects by {@code Kind/name}, without pods and what controllers make of Deployments
 */
record Live(Map<String, Node> objects) {
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    for (String core :
        List.of(
            "ConfigMap configmaps",
            "Secret secrets",
            "ServiceAccount serviceaccounts",
            "Service services",
            "PersistentVolumeClaim persistentvolumeclaims")) {
      put("/api/v1", core);
    }
    for (String app :
        List.of("Deployment deployments", "DaemonSet daemonsets", "StatefulSet statefulsets")) {
      put("/apis/apps/v1", app);
    }
    put("/apis/batch/v1", "Job jobs");
    put("/apis/networking.k8s.io/v1", "NetworkPolicy networkpolicies");
    put("/apis/networking.k8s.io/v1", "Ingress ingresses");
    put("/apis/policy/v1", "PodDisruptionBudget poddisruptionbudgets");
    put("/apis/rbac.authorization.k8s.io/v1", "Role roles");
    put("/apis/rbac.authorization.k8s.io/v1", "RoleBinding rolebindings");
  }

  private static void put(String group, String kind) {
    KINDS.put(kind.split(" ")[0], group + "/namespaces/%s/" + kind.split(" ")[1]);
  }

  /** All of it now, but for what every namespace has. */
  static Live in(Api api, String namespace) {
    Map<String, Node> found = new TreeMap<>();
    KINDS.forEach(
        (kind, path) ->
            api.list(path.formatted(namespace))
                .forEach(
                    node -> found.put(kind + "/" + FluxSet.text(node, "metadata.name"), node)));
    found.remove("ConfigMap/kube-root-ca.crt");
    found.remove("ServiceAccount/default");
    return new Live(found);
  }

  /** The path of an object. */
  static String path(String namespace, String id) {
    String[] words = id.split("/", 2);
    return KINDS.get(words[0]).formatted(namespace) + "/" + words[1];
  }

  Node get(String id) {
    Node found = objects.get(id);
    if (found == null) {
      throw new AssertionError("there is no " + id + " among " + objects.keySet());
    }
    return found;
  }

  String uid(String id) {
    return FluxSet.text(get(id), "metadata.uid");
  }
}
