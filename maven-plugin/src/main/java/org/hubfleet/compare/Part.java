package org.hubfleet.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whom files are about: one hub, a cluster as a whole, or the fleet.
 *
 * @param cluster absent for the fleet
 * @param hub its id; absent for what the hubs of a cluster share
 */
public record Part(Optional<String> cluster, Optional<String> hub) implements Comparable<Part> {
  /** What concerns every cluster. */
  public static final Part FLEET = new Part(Optional.empty(), Optional.empty());

  private static final List<String> SHARED = List.of("kustomization.yaml", ".owned.yaml");
  private static final List<String> ONE_FILE_EACH = List.of("platform", "provision");
  private static final Comparator<Part> ORDER =
      Comparator.<Part, String>comparing(part -> part.cluster().orElse(""))
          .thenComparing(part -> part.hub().orElse(""));

  /** One hub. */
  public static Part hub(String cluster, String hub) {
    return new Part(Optional.of(cluster), Optional.of(hub));
  }

  /** What the hubs of a cluster share. */
  public static Part cluster(String cluster) {
    return new Part(Optional.of(cluster), Optional.empty());
  }

  /**
   * The part that a file of {@code generated/} belongs to: {@code <cluster>/hubs/<hub>/...}, {@code
   * <cluster>/platform/<hub>.yaml}, {@code <cluster>/provision/<hub>.yaml} and {@code
   * <cluster>/flux/hubs/<hub>.yaml} are a hub's.
   */
  public static Part of(String path) {
    String[] steps = path.split("/", -1);
    if (steps.length == 1) {
      return FLEET;
    }
    if (steps.length > 3 && steps[1].equals("hubs")) {
      return hub(steps[0], steps[2]);
    }
    boolean oneFileEach =
        (steps.length == 3 && ONE_FILE_EACH.contains(steps[1]))
            || (steps.length == 4 && steps[1].equals("flux") && steps[2].equals("hubs"));
    String last = steps[steps.length - 1];
    return oneFileEach && last.endsWith(".yaml") && !SHARED.contains(last)
        ? hub(steps[0], last.substring(0, last.length() - ".yaml".length()))
        : cluster(steps[0]);
  }

  /** Whether it is one hub. */
  public boolean isHub() {
    return hub.isPresent();
  }

  @Override
  public int compareTo(Part other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code tidal-lab on west}. */
  @Override
  public String toString() {
    return hub.map(name -> name + " on " + cluster.orElse(""))
        .or(() -> cluster.map(name -> "cluster " + name))
        .orElse("fleet");
  }
}
