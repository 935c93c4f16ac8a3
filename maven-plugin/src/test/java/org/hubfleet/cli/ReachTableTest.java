package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an explanation says of what servers of people reach. */
class ReachTableTest {
  @TempDir Path root;
  private FleetOnDisk fleet;

  @BeforeEach
  void fleet() throws IOException {
    fleet = FleetOnDisk.in(root, "config");
  }

  private List<String> table(String cluster, String hub) throws IOException {
    fleet.write("config/clusters/west.yaml", "kubernetes: \"1.35\"\n" + cluster);
    fleet.write("config/communities/lab/hub.yaml", "cluster: west\n" + hub);
    return fleet.call("explain", "--hub=lab").out().lines().toList();
  }

  private static String row(List<String> table, String place) {
    return table.stream()
        .filter(line -> line.startsWith("  " + place + " "))
        .map(line -> line.substring(place.length() + 2).strip().split(" {2,}")[0])
        .findFirst()
        .orElse("absent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the hub                      | yes
          the cloud's metadata address | no
          other hubs                   | no
          private addresses            | no
          the hub's database           | no, a file of the hub's
          the internet                 | all of the internet
          """)
  void aPlainHubReachesTheInternetAndItsHub(String place, String answer) throws IOException {
    List<String> table = table("provider: k3s\n", "");

    assertThat(row(table, place)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open                        | all of the internet
          web                         | all websites
          none                        | nothing of the internet
          [140.172.0.0/16]            | parts of the internet
          [tides.example]                  | listed domains
          [140.172.0.0/16, tides.example]  | parts of the internet and listed domains
          """)
  void theInternetIsReachedAsFarAsIsSaid(String internet, String answer) throws IOException {
    List<String> table =
        table("provider: other\nnetwork: {engine: cilium}\n", "internet: " + internet + "\n");

    assertThat(row(table, "the internet")).isEqualTo(answer);
  }

  @Test
  void identityOpensTheMetadataAddressForItselfOnly() throws IOException {
    List<String> table =
        table(
            "provider: gke\nbuckets: {prefix: shoreline}\nidentity: {account: shoreline-hubs}\n",
            "buckets: {scratch: 7d}\n");

    assertThat(row(table, "the cloud's metadata address"))
        .isEqualTo("as far as their identity needs it");
  }

  @Test
  void aServerOfHomesIsNotReachedThoughHomesAre() throws IOException {
    List<String> table =
        table(
            "provider: k3s\nstorage: {homes: {nfs: {server: 10.0.0.2, path: /export}}}\n",
            "home: 10Gi\n");

    assertThat(row(table, "the NFS server 10.0.0.2")).isEqualTo("no");
  }

  @Test
  void aDatabaseOnThePrivateNetworkIsNotReached() throws IOException {
    List<String> table =
        table(
            "provider: k3s\n",
            """
            overrides:
            - why: We have a database.
              values:
                jupyterhub:
                  hub: {db: {type: postgres, url: "postgresql+psycopg2://hub@10.9.0.4:5433/hub"}}
            """);

    assertThat(row(table, "the hub's database")).isEqualTo("no");
  }

  @Test
  void aServiceIsReachedByItsName() throws IOException {
    List<String> table =
        table("provider: k3s\n", "reach: {models: {labels: {app: x}, ports: [8080]}}\n");

    assertThat(row(table, "models")).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provider: k3s                       | servers of people reach, as built-in enforces it:
          provider: gke                       | servers of people reach, if anything enforces network policies
          {provider: gke, network: {engine: none}} | servers of people reach everything
          """)
  void theTableSaysWhatHoldsIt(String cluster, String head) throws IOException {
    String lines =
        cluster.startsWith("{") ? "provider: gke\nnetwork: {engine: none}\n" : cluster + "\n";

    assertThat(table(lines, "").get(0)).startsWith(head);
  }
}
