package org.hubfleet.e2e.node;

import io.kubernetes.client.common.KubernetesListObject;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.informer.SharedIndexInformer;
import io.kubernetes.client.informer.SharedInformerFactory;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.util.CallGenerator;
import java.util.Optional;

/** The API server as a kubelet sees it: what it watches, and what it reads. */
final class Connection implements AutoCloseable {
  private final SharedInformerFactory watches;
  private final CoreV1Api core;
  private final ApiClient client;

  Connection(ApiClient client) {
    this.client = client;
    this.watches = new SharedInformerFactory(client);
    this.core = new CoreV1Api(client);
  }

  ApiClient client() {
    return client;
  }

  CoreV1Api core() {
    return core;
  }

  /** A watched kind; alive after {@link #start}. */
  <T extends KubernetesObject, L extends KubernetesListObject> SharedIndexInformer<T> watch(
      CallGenerator calls, Class<T> kind, Class<L> list) {
    return watches.sharedIndexInformerFor(calls, kind, list);
  }

  void start() {
    watches.startAllRegisteredInformers();
  }

  Optional<V1Secret> secret(String namespace, String name) throws ApiException {
    return present(() -> core.readNamespacedSecret(name, namespace).execute());
  }

  Optional<V1ConfigMap> configMap(String namespace, String name) throws ApiException {
    return present(() -> core.readNamespacedConfigMap(name, namespace).execute());
  }

  private interface Question<T> {
    T ask() throws ApiException;
  }

  private static <T> Optional<T> present(Question<T> question) throws ApiException {
    try {
      return Optional.of(question.ask());
    } catch (ApiException problem) {
      if (problem.getCode() == 404) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  @Override
  public void close() {
    watches.stopAllRegisteredInformers();
  }
}
