package org.hubfleet.model.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.pool.Room;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From the lines of a cluster's file to sizes, by every provider's formula: as many servers of a
 * size fit on a node as its name says, with what the cluster's own pods take, and not one more.
 */
class LadderTest {
  private static final int POOLS = 1000;
  private static final int STEPS = 6;
  private static final Shelf SHELF = Shelf.open();
  private static final List<String> PROVIDERS =
      List.of("eks", "gke", "aks", "openstack", "k3s", "other");

  /** Machines of 4 GiB to 1 TiB and 2 to 128 cores, by a fixed seed. */
  static Stream<Cluster> clusters() {
    Random random = new Random(20261122);
    return IntStream.range(0, POOLS).mapToObj(i -> cluster(random));
  }

  private static Cluster cluster(Random random) {
    String provider = PROVIDERS.get(random.nextInt(PROVIDERS.size()));
    long mebibytes = (long) (4096 * Math.pow(256, random.nextDouble()));
    int cores = 2 + random.nextInt(127);
    String pods = random.nextBoolean() ? ", pods: " + (10 + random.nextInt(240)) : "";
    String cards = random.nextInt(4) == 0 ? ", gpu: {count: 2, shares: 3}" : "";
    String own =
        random.nextBoolean()
            ? String.format(
                Locale.ROOT,
                "daemonsets: {cpu: 0.%d, memory: %dMi}\n",
                1 + random.nextInt(8),
                100 + random.nextInt(900))
            : "";
    String text =
        own
            + String.format(
                Locale.ROOT,
                "pools: {node: {machine: {cpu: %d, memory: %dMi}%s%s, max: 7}}\n",
                cores,
                mebibytes,
                pods,
                cards);
    return new Cluster("west", provider, "1.35", tree(text));
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void exactlySoManyFit(Cluster cluster) {
    List<Diagnostic> problems = new ArrayList<>();
    Pools pools = Pools.of(cluster, SHELF);
    Mapping wish = tree("{pool: node, steps: " + STEPS + "}");
    Pool pool = pools.all().get(0);
    Room room = pool.room().orElseThrow();

    List<Size> sizes = new Ladder(wish, new Nodes(pools, problems), problems).all();

    assertThat(sizes).isNotEmpty();
    assertThat(sizes.size() == STEPS || !problems.isEmpty()).isTrue();
    for (Size size : sizes) {
      long servers = Long.parseLong(size.name().substring("node-".length()));
      assertThat(room.holds(size.kept().times(servers))).as("%s fit", servers).isTrue();
      assertThat(room.holds(size.kept().times(servers + 1))).as("one more").isFalse();
      assertThat(size.perNode()).contains(servers);
      assertThat(size.inAll()).contains(7 * servers);
    }
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void asManyFitWithACardEachAsThereAreShares(Cluster cluster) {
    Pool pool = Pools.of(cluster, SHELF).all().get(0);

    pool.gpu()
        .map(gpu -> HubSizes.card(pool, gpu, pool.origin()))
        .ifPresent(
            size -> {
              long cards = pool.gpu().orElseThrow().perNode();
              assertThat(size.perNode()).contains(cards);
              assertThat(pool.room().orElseThrow().holds(size.kept().times(cards))).isTrue();
            });
  }

  @Test
  void placesForPodsLimitTooHowManyFit() {
    Pools pools =
        Pools.of(
            new Cluster(
                "west",
                "k3s",
                "1.35",
                tree("pools: {node: {machine: {cpu: 64, memory: 512Gi}, pods: 20}}\n")),
            SHELF);
    List<Diagnostic> problems = new ArrayList<>();

    List<Size> sizes =
        new Ladder(
                tree("{pool: node, named: {tiny: {memory: 512M}}}"),
                new Nodes(pools, problems),
                problems)
            .all();

    assertThat(sizes).singleElement().extracting(Size::perNode).hasToString("Optional[20]");
  }

  private static Mapping tree(String yaml) {
    return (Mapping) YamlReader.ofOurs().read("west.yaml", yaml, Layer.HUB).value().orElseThrow();
  }
}
