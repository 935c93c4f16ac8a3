package org.hubfleet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Scalar;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class ShardsTest {
  private static Map<Integer, String> spread(String shards) {
    Hub lab = Given.hub("cluster: west", "flux: {shards: " + shards + "}");
    return IntStream.range(0, 300)
        .boxed()
        .collect(
            Collectors.toMap(
                number -> number,
                number -> Shards.of(named("lab-" + number, lab)).map(Scalar::text).orElse(""),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Hub named(String id, Hub hub) {
    return new Hub(
        id,
        hub.community(),
        hub.file(),
        hub.cluster(),
        id,
        id,
        hub.tree(),
        List.of(),
        hub.clusterOrigin());
  }

  @Test
  void hubsAreSpreadEvenly() {
    Map<String, Long> sizes =
        spread("[a, b, c]").values().stream()
            .collect(Collectors.groupingBy(shard -> shard, Collectors.counting()));

    assertThat(sizes).containsOnlyKeys("a", "b", "c");
    assertThat(sizes.values()).allMatch(size -> size > 70 && size < 130);
  }

  @Test
  void aNewShardTakesHubsButMovesNoneBetweenTheOthers() {
    Map<Integer, String> before = spread("[a, b]");
    Map<Integer, String> after = spread("[a, b, c]");

    assertThat(after).allSatisfy((hub, shard) -> assertThat(shard).isIn("c", before.get(hub)));
    assertThat(after).containsValue("c");
  }

  @Test
  void theOrderOfShardsMeansNothing() {
    assertThat(spread("[b, a]")).isEqualTo(spread("[a, b]"));
  }

  @Test
  void withoutShardsThereIsNoLabel() {
    assertThat(Shards.of(Given.hub())).isEmpty();
  }
}
