package org.hubfleet.e2e.api.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Deadline;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The real controllers make the pods of every example hub, under the Pod Security level that its
 * namespace declares and a quota that counts what pods ask for; only accounts with rights get a
 * token.
 */
@Tag("api")
@ExtendWith(Suite.class)
class ControllersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<String> MAKERS = Set.of("Deployment", "StatefulSet", "DaemonSet", "Job");
  private static final Set<String> WITH_TOKEN =
      Set.of("hub", "hub-tokens", "user-scheduler", "hook-image-awaiter", "autohttps");
  private static final String NODE = "/api/v1/nodes/controllers-node";

  /** A node without a kubelet: pods of DaemonSets are made for it, and nothing runs. */
  @BeforeAll
  static void addNode(Suite.Shared suite) {
    suite
        .api()
        .post(
            "/api/v1/nodes",
            "{\"metadata\": {\"name\": \"controllers-node\", \"labels\":"
                + " {\"hub.jupyter.org/node-purpose\": \"user\"}}, \"spec\": {\"unschedulable\": true}}");
  }

  @AfterAll
  static void removeNode(Suite.Shared suite) {
    suite.api().remove(NODE);
  }

  @TestFactory
  Stream<DynamicTest> everyWorkloadGetsItsPods(Suite.Shared suite) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String cluster : suite.fleet().clusters()) {
      for (String hub : suite.fleet().hubs(cluster)) {
        Installed copy =
            Installed.as(
                "pods-" + tests.size(),
                hub,
                suite.fleet().platform(cluster, hub),
                suite.fleet().hub(cluster, hub));
        tests.add(DynamicTest.dynamicTest(hub, () -> judge(suite, hub, copy)));
      }
    }
    return tests.stream();
  }

  private static void judge(Suite.Shared suite, String id, Installed hub) {
    try {
      judge(suite.api(), hub);
      suite.results().hub("api", id, "pods", "yes");
    } finally {
      hub.remove(suite.api());
    }
  }

  private static void judge(Api api, Installed hub) {
    api.apply(hub.kind("Namespace").get(0), false);
    api.post(path(hub, "resourcequotas"), QUOTA);
    assertThat(hub.refusals(api)).isEmpty();

    Set<String> makers = makers(hub);
    Deadline.after(PATIENCE)
        .await(
            "pods of " + hub.id(),
            () -> !failures(api, hub).isEmpty() || owners(api, hub).containsAll(makers));
    assertThat(failures(api, hub)).isEmpty();
    assertThat(owners(api, hub)).containsAll(makers);
    for (Node pod : api.list(path(hub, "pods"))) {
      String account = Installed.text(pod, "spec.serviceAccountName");
      assertThat(hasToken(pod))
          .as("token in %s of %s", Installed.text(pod, "metadata.name"), account)
          .isEqualTo(WITH_TOKEN.contains(account));
    }
  }

  /** Refuses every pod that does not say what it asks for. */
  private static final String QUOTA =
      """
      {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "all"}, "spec": {"hard":
        {"requests.cpu": "1000", "requests.memory": "1000Gi", "limits.memory": "1000Gi"}}}
      """;

  private static String path(Installed hub, String plural) {
    return "/api/v1/namespaces/" + hub.id() + "/" + plural;
  }

  private static Set<String> makers(Installed hub) {
    Set<String> names = new TreeSet<>();
    for (String kind : MAKERS) {
      hub.kind(kind).stream()
          .filter(object -> object.at("spec.replicas").filter(ControllersIT::isZero).isEmpty())
          .forEach(object -> names.add(Installed.text(object, "metadata.name")));
    }
    return names;
  }

  private static boolean isZero(Node replicas) {
    return replicas.scalar().filter(scalar -> scalar.text().equals("0")).isPresent();
  }

  /** The workloads that pods were made for, by the start of the pods' names. */
  private static Set<String> owners(Api api, Installed hub) {
    Set<String> found = new TreeSet<>();
    for (Node pod : api.list(path(hub, "pods"))) {
      String name = Installed.text(pod, "metadata.name");
      makers(hub).stream().filter(maker -> name.startsWith(maker + "-")).forEach(found::add);
    }
    return found;
  }

  private static List<String> failures(Api api, Installed hub) {
    return api.list(path(hub, "events")).stream()
        .filter(event -> Installed.text(event, "reason").equals("FailedCreate"))
        .map(event -> Installed.text(event, "message"))
        .toList();
  }

  private static boolean hasToken(Node pod) {
    return pod
        .at("spec.volumes")
        .flatMap(Node::sequence)
        .map(Sequence::items)
        .orElse(List.of())
        .stream()
        .anyMatch(volume -> Installed.text(volume, "name").startsWith("kube-api-access-"));
  }

  @Test
  void aPodBelowTheLevelOfItsNamespaceIsNotMade(Suite.Shared suite) throws IOException {
    String cluster = suite.fleet().clusters().get(0);
    String hub = suite.fleet().hubs(cluster).get(0);
    Installed copy =
        Installed.as(
            "low",
            hub,
            suite.fleet().platform(cluster, hub),
            List.of(Changed.hostNetwork(find(suite, cluster, hub))));
    assertThat(copy.refusals(suite.api())).isEmpty();

    Deadline.after(PATIENCE)
        .await("the refusal of a pod", () -> !failures(suite.api(), copy).isEmpty());
    assertThat(failures(suite.api(), copy).get(0))
        .contains("violates PodSecurity")
        .contains("host namespaces");
    copy.remove(suite.api());
  }

  private static Node find(Suite.Shared suite, String cluster, String hub) throws IOException {
    return suite.fleet().hub(cluster, hub).stream()
        .filter(object -> Installed.text(object, "kind").equals("Deployment"))
        .filter(object -> Installed.text(object, "metadata.name").equals("proxy"))
        .findFirst()
        .orElseThrow();
  }
}
