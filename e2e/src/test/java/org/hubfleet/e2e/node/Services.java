package org.hubfleet.e2e.node;

import io.kubernetes.client.informer.SharedIndexInformer;
import io.kubernetes.client.openapi.apis.DiscoveryV1Api;
import io.kubernetes.client.openapi.models.DiscoveryV1EndpointPort;
import io.kubernetes.client.openapi.models.V1Endpoint;
import io.kubernetes.client.openapi.models.V1EndpointSlice;
import io.kubernetes.client.openapi.models.V1EndpointSliceList;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceList;
import io.kubernetes.client.openapi.models.V1ServicePort;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Plays the Services: every cluster address answers, and leads to the endpoints that the real
 * controllers have found by selector, named port and readiness.
 */
final class Services implements AutoCloseable {
  private static final String NONE = "None";

  private final PodNetwork network;
  private final SharedIndexInformer<V1Service> services;
  private final SharedIndexInformer<V1EndpointSlice> slices;
  private final Map<InetSocketAddress, Forwarder> forwarders = new HashMap<>();
  private final InetSocketAddress apiServer;

  Services(Connection connection, PodNetwork network, InetSocketAddress apiServer) {
    this.network = network;
    this.apiServer = apiServer;
    this.services =
        connection.watch(
            p ->
                connection
                    .core()
                    .listServiceForAllNamespaces()
                    .resourceVersion(p.resourceVersion)
                    .timeoutSeconds(p.timeoutSeconds)
                    .watch(p.watch)
                    .buildCall(null),
            V1Service.class,
            V1ServiceList.class);
    DiscoveryV1Api discovery = new DiscoveryV1Api(connection.client());
    this.slices =
        connection.watch(
            p ->
                discovery
                    .listEndpointSliceForAllNamespaces()
                    .resourceVersion(p.resourceVersion)
                    .timeoutSeconds(p.timeoutSeconds)
                    .watch(p.watch)
                    .buildCall(null),
            V1EndpointSlice.class,
            V1EndpointSliceList.class);
  }

  /** The Services with an address, in the order of their names. */
  List<V1Service> all() {
    return services.getIndexer().list().stream()
        .filter(service -> service.getSpec().getClusterIP() != null)
        .filter(service -> !service.getSpec().getClusterIP().equals(NONE))
        .sorted(Comparator.comparing((V1Service s) -> s.getMetadata().getName()))
        .toList();
  }

  /** Lets every port answer that leads somewhere; others refuse, as they do without endpoints. */
  void reconcile() {
    Map<InetSocketAddress, Supplier<List<InetSocketAddress>>> wanted = new HashMap<>();
    for (V1Service service : all()) {
      String address = service.getSpec().getClusterIP();
      network.own(address);
      for (V1ServicePort port : service.getSpec().getPorts()) {
        Supplier<List<InetSocketAddress>> behind = behind(service, port);
        if (!behind.get().isEmpty()) {
          wanted.put(Forwarder.at(address, port.getPort()), behind);
        }
      }
    }
    wanted.forEach(
        (entry, behind) ->
            forwarders.computeIfAbsent(entry, address -> new Forwarder(address, behind)));
    for (InetSocketAddress entry : List.copyOf(forwarders.keySet())) {
      if (!wanted.containsKey(entry)) {
        forwarders.remove(entry).close();
      }
    }
  }

  private Supplier<List<InetSocketAddress>> behind(V1Service service, V1ServicePort port) {
    String namespace = service.getMetadata().getNamespace();
    String name = service.getMetadata().getName();
    boolean isApiServer = namespace.equals("default") && name.equals("kubernetes");
    return isApiServer
        ? () -> List.of(apiServer)
        : () -> endpoints(namespace, name, port.getName());
  }

  private List<InetSocketAddress> endpoints(String namespace, String name, String portName) {
    List<InetSocketAddress> found = new ArrayList<>();
    for (V1EndpointSlice slice : slices.getIndexer().list()) {
      Map<String, String> labels = slice.getMetadata().getLabels();
      if (slice.getMetadata().getNamespace().equals(namespace)
          && labels != null
          && name.equals(labels.get("kubernetes.io/service-name"))) {
        found.addAll(ready(slice, portName));
      }
    }
    return found;
  }

  private static List<InetSocketAddress> ready(V1EndpointSlice slice, String portName) {
    List<InetSocketAddress> found = new ArrayList<>();
    for (DiscoveryV1EndpointPort port :
        Objects.requireNonNullElse(slice.getPorts(), List.<DiscoveryV1EndpointPort>of())) {
      boolean isNamed =
          Objects.equals(
              Objects.requireNonNullElse(port.getName(), ""),
              Objects.requireNonNullElse(portName, ""));
      for (V1Endpoint endpoint : isNamed ? slice.getEndpoints() : List.<V1Endpoint>of()) {
        if (Boolean.TRUE.equals(endpoint.getConditions().getReady())) {
          endpoint
              .getAddresses()
              .forEach(address -> found.add(Forwarder.at(address, port.getPort())));
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    forwarders.values().forEach(Forwarder::close);
  }
}
