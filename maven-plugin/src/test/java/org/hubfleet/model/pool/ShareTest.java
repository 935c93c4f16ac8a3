package org.hubfleet.model.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As many servers fit on a node as its share says, and not one more. */
class ShareTest {
  private static final int POOLS = 1000;
  private static final long MEBIBYTE = 1L << 20;

  /** Nodes of 3 GiB to 1 TiB and 1 to 128 cores, by a fixed seed. */
  static Stream<Room> nodes() {
    Random random = new Random(20261121);
    return IntStream.range(0, POOLS)
        .mapToObj(
            i -> {
              double gibibytes = 3 * Math.pow(1024.0 / 3, random.nextDouble());
              long memory = (long) (gibibytes * 1024) * MEBIBYTE + random.nextInt(1 << 20);
              return new Room(1000 + random.nextInt(127_000), new Memory(memory));
            });
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void exactlySoManyFit(Room node) {
    for (int servers = 1; servers <= 32; servers *= 2) {
      Room share = Share.of(node, servers).room();

      assertThat(node.holds(share.times(servers))).as("%s of %s", servers, node).isTrue();
      assertThat(share.times(servers + 1).memory())
          .as("%s of %s", servers + 1, node)
          .isGreaterThan(node.memory());
    }
  }

  @Test
  void aFiftiethOfTheNodeStaysFree() {
    Room node = new Room(3695, Memory.parse("30304Mi").orElseThrow());

    assertThat(Share.of(node, 1).room().memory().quantity()).isEqualTo("29697Mi");
    assertThat(Share.of(node, 4).room().memory().label()).isEqualTo("7.3 GB");
  }
}
