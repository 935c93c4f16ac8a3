package org.hubfleet.e2e.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Discovery;
import org.hubfleet.source.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every account of every example hub can do what it needs and nothing else: every verb on every
 * resource is asked, in the hub's namespace, in another, and above them.
 */
@Tag("api")
@ExtendWith(Suite.class)
class AccessIT {
  private static final String ELSEWHERE = "elsewhere";
  private static final List<String> VERBS =
      List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");

  /** Verbs that only some resources have. */
  private static final List<Right> SPECIAL =
      List.of(
          new Right("bind", "roles.rbac.authorization.k8s.io", ""),
          new Right("bind", "clusterroles.rbac.authorization.k8s.io", ""),
          new Right("escalate", "roles.rbac.authorization.k8s.io", ""),
          new Right("escalate", "clusterroles.rbac.authorization.k8s.io", ""),
          new Right("impersonate", "users", ""),
          new Right("impersonate", "groups", ""),
          new Right("impersonate", "serviceaccounts", ""));

  private static final List<String> PARTS =
      List.of(
          "pods/attach",
          "pods/binding",
          "pods/ephemeralcontainers",
          "pods/eviction",
          "pods/exec",
          "pods/log",
          "pods/portforward",
          "pods/proxy",
          "pods/status",
          "services/proxy",
          "nodes/proxy",
          "serviceaccounts/token",
          "deployments.apps/scale");

  /** What access is made of; nothing here starts a pod. */
  private static final Set<String> KINDS =
      Set.of(
          "Namespace",
          "ServiceAccount",
          "Role",
          "RoleBinding",
          "ClusterRole",
          "ClusterRoleBinding");

  private static Needs needs;
  private static List<Right> all;
  private static Set<Right> everybodys;

  @BeforeAll
  static void ask(Suite.Shared suite) throws IOException {
    needs = Needs.read(suite.root().resolve("e2e/src/test/resources/api/access/needs.yaml"));
    suite.api().post("/api/v1/namespaces", "{\"metadata\": {\"name\": \"" + ELSEWHERE + "\"}}");
    all = rights(Discovery.of(suite.api()));
    everybodys = new Account(suite.api(), ELSEWHERE, "nobody").of(all, ELSEWHERE);
    for (String cluster : suite.fleet().clusters()) {
      apply(suite, suite.fleet().platform(cluster));
      for (String hub : suite.fleet().hubs(cluster)) {
        apply(suite, suite.fleet().hub(cluster, hub));
      }
    }
  }

  private static void apply(Suite.Shared suite, List<Node> objects) {
    objects.stream()
        .filter(object -> KINDS.contains(object.get("kind").flatMap(Node::string).orElse("")))
        .forEach(object -> assertThat(suite.api().apply(object, false).message()).isEmpty());
  }

  private static List<Right> rights(Discovery discovery) {
    Set<String> resources = new TreeSet<>(PARTS);
    discovery
        .kinds()
        .values()
        .forEach(
            kind -> {
              String[] path = kind.path().split("/", -1);
              resources.add(kind.plural() + (path[1].equals("api") ? "" : "." + path[2]));
            });
    List<Right> rights = new ArrayList<>(SPECIAL);
    resources.forEach(resource -> VERBS.forEach(verb -> rights.add(new Right(verb, resource, ""))));
    return rights;
  }

  @TestFactory
  Stream<DynamicTest> everyAccountCanDoWhatItNeedsAndNothingElse(Suite.Shared suite)
      throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String cluster : suite.fleet().clusters()) {
      for (String hub : suite.fleet().hubs(cluster)) {
        for (String name : accounts(suite.fleet().hub(cluster, hub))) {
          tests.add(
              DynamicTest.dynamicTest(
                  hub + " " + name,
                  () -> {
                    judge(new Account(suite.api(), hub, name));
                    suite.results().hub("api", hub, "access", "yes");
                  }));
        }
      }
    }
    return tests.stream();
  }

  private static Set<String> accounts(List<Node> objects) {
    Set<String> names = new TreeSet<>(Set.of("default"));
    for (Node object : objects) {
      if (object.get("kind").flatMap(Node::string).filter("ServiceAccount"::equals).isPresent()) {
        names.add(object.at("metadata.name").flatMap(Node::string).orElseThrow());
      }
    }
    return names;
  }

  private static void judge(Account account) {
    String name = account.name();
    assertThat(needs.lists(name)).as("needs.yaml lists %s", name).isTrue();
    Set<Right> everywhere = union(everybodys, needs.of(name, "everywhere"));

    assertThat(account.of(all, ELSEWHERE)).as("elsewhere").isEqualTo(everywhere);
    assertThat(account.of(all, account.namespace()))
        .as("in its own namespace")
        .isEqualTo(union(everywhere, needs.of(name, "here")));
    for (Right right : needs.of(name, "named")) {
      Right other = new Right(right.verb(), right.resource(), "another");
      assertThat(account.may(right, account.namespace())).as("%s", right).isTrue();
      assertThat(account.may(other, account.namespace())).as("%s", other).isFalse();
      assertThat(account.may(right, ELSEWHERE)).as("%s elsewhere", right).isFalse();
    }
  }

  private static Set<Right> union(Set<Right> some, Set<Right> more) {
    Set<Right> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }

  @Test
  void aHubWithoutTheRightToCreatePodsIsFound(Suite.Shared suite) throws IOException {
    suite.api().post("/api/v1/namespaces", "{\"metadata\": {\"name\": \"maimed\"}}");
    String cluster = suite.fleet().clusters().get(0);
    String hub = suite.fleet().hubs(cluster).get(0);
    for (Node object : suite.fleet().hub(cluster, hub)) {
      Maimed.role(object, hub, "maimed").ifPresent(maimed -> apply(suite, List.of(maimed)));
    }
    Account account = new Account(suite.api(), "maimed", "hub");

    assertThat(account.may(new Right("delete", "pods", ""), "maimed")).isTrue();
    assertThat(account.may(new Right("create", "pods", ""), "maimed")).isFalse();
  }
}
