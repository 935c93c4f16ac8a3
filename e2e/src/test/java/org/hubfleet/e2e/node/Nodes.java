package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoordinationV1Api;
import io.kubernetes.client.openapi.models.V1Lease;
import io.kubernetes.client.openapi.models.V1LeaseSpec;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The nodes of the suite: registered, kept ready by a lease, and gone at the end. */
final class Nodes implements AutoCloseable {
  private static final String LEASES = "kube-node-lease";
  private static final int LEASE_SECONDS = 40;
  private static final Duration BEAT = Duration.ofSeconds(8);

  private final Connection connection;
  private final CoordinationV1Api leases;
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private OffsetDateTime lastBeat = OffsetDateTime.MIN;

  Nodes(Connection connection) {
    this.connection = connection;
    this.leases = new CoordinationV1Api(connection.client());
  }

  boolean has(String name) {
    return names.contains(name);
  }

  void add(NodePlan plan) throws ApiException {
    if (names.add(plan.name())) {
      connection.core().createNode(plan.object(PodNetwork.GATEWAY)).execute();
      leases.createNamespacedLease(LEASES, lease(plan.name())).execute();
    }
  }

  /** Renews the leases when it is time. */
  void beat() throws ApiException {
    OffsetDateTime now = OffsetDateTime.now();
    if (now.isAfter(lastBeat.plus(BEAT))) {
      lastBeat = now;
      for (String name : names) {
        V1Lease lease = leases.readNamespacedLease(name, LEASES).execute();
        lease.getSpec().setRenewTime(OffsetDateTime.now());
        leases.replaceNamespacedLease(name, LEASES, lease).execute();
      }
    }
  }

  private static V1Lease lease(String node) {
    return new V1Lease()
        .metadata(new V1ObjectMeta().name(node).namespace(LEASES))
        .spec(
            new V1LeaseSpec()
                .holderIdentity(node)
                .leaseDurationSeconds(LEASE_SECONDS)
                .renewTime(OffsetDateTime.now()));
  }

  @Override
  public void close() {
    for (String name : names) {
      try {
        connection.core().deleteNode(name).execute();
        leases.deleteNamespacedLease(name, LEASES).execute();
      } catch (ApiException gone) {
        // the API server may be gone already
      }
    }
  }
}
