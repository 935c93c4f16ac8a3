package org.hubfleet.model.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.shelf.Provider;
import org.hubfleet.shelf.Providers;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas against what providers publish and what nodes have reported. */
class ReservationTest {
  private static final Providers PROVIDERS = Shelf.open().providers();

  @ParameterizedTest
  @CsvSource({
    "gke, 1, 940",
    "gke, 2, 1930",
    "gke, 4, 3920",
    "eks, 8, 7910",
    "eks, 64, 63770",
    "eks, 96, 95690",
    "aks, 1, 940",
    "aks, 2, 1900",
    "aks, 4, 3860",
    "aks, 8, 7820",
    "aks, 64, 63260",
    "openstack, 8, 8000",
    "k3s, 4, 4000"
  })
  void coresLeftAreThePublishedOnes(String provider, long cores, long millicores) {
    Room machine = new Room(cores * 1000, Memory.parse("16G").orElseThrow());

    assertThat(new Reservation(PROVIDERS.of(provider)).left(machine, 110).millicores())
        .isEqualTo(millicores);
  }

  @ParameterizedTest
  @CsvSource({
    // Google's tiers and the autoscaler's model of the kernel's part, less 20 MiB for safety
    "gke, 32Gi, 110, 28392",
    "gke, 16Gi, 110, 13276",
    // 16 GiB less 7.5 %, 255 + 11 * 29 MiB and 100 MiB
    "eks, 16Gi, 29, 14481",
    // the quarter is more than 250 pods ask for from 20 GiB on
    "aks, 16Gi, 250, 11778",
    "aks, 64Gi, 250, 58747",
    "k3s, 8Gi, 110, 7864"
  })
  void memoryLeftFollowsTheFormula(String provider, String memory, int pods, long mebibytes) {
    Room machine = new Room(4000, Memory.parse(memory).orElseThrow());

    assertThat(new Reservation(PROVIDERS.of(provider)).left(machine, pods).memory().bytes() >> 20)
        .isEqualTo(mebibytes);
  }

  static Stream<Arguments> measured() {
    return Stream.of("gke", "eks")
        .map(PROVIDERS::of)
        .flatMap(
            provider ->
                provider.machines().entries().entrySet().stream()
                    .filter(row -> row.getValue().value().get("measured").isPresent())
                    .map(row -> Arguments.of(provider, row.getKey())));
  }

  @ParameterizedTest
  @MethodSource("measured")
  void noFormulaPromisesMoreThanWasMeasured(Provider provider, String type) {
    Mapping row = provider.machine(type).orElseThrow();
    Room machine =
        new Room(
            Room.millicores(number(row, "cpu")),
            Memory.parse(row.get("memory").flatMap(Node::string).orElseThrow()).orElseThrow());
    Memory measured =
        Memory.parse(row.at("measured.memory").flatMap(Node::string).orElseThrow()).orElseThrow();

    Room left = new Reservation(provider).left(machine, number(row, "pods").intValue());

    assertThat(left.memory()).isLessThanOrEqualTo(measured);
    assertThat(left.memory().bytes()).isGreaterThan(measured.bytes() * 9 / 10);
    assertThat(left.millicores()).isEqualTo(Room.millicores(number(row, "measured.cpu")));
  }

  private static java.math.BigDecimal number(Mapping row, String path) {
    return row.at(path).flatMap(Node::scalar).map(Scalar::number).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void everyProviderHasTheFactsThatOthersAskFor(Provider provider) {
    assertThat(List.of("title", "cpu", "memory", "pods", "daemonsets", "labels", "storage"))
        .allSatisfy(fact -> assertThat(provider.fact(fact)).as(fact).isPresent());
  }

  static List<Provider> providers() {
    return List.copyOf(
        Map.of(
                "eks", PROVIDERS.of("eks"),
                "gke", PROVIDERS.of("gke"),
                "aks", PROVIDERS.of("aks"),
                "openstack", PROVIDERS.of("openstack"),
                "k3s", PROVIDERS.of("k3s"),
                "other", PROVIDERS.of("other"))
            .values());
  }
}
