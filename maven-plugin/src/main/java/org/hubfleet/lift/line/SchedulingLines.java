package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.lift.Lifter;
import org.hubfleet.lift.Proposal;
import org.hubfleet.lift.Told;

/** {@code scheduling}: the user scheduler, placeholders, and images that are there beforehand. */
final class SchedulingLines implements Lifter {
  private static final String REPLICAS = "scheduling.userPlaceholder.replicas";
  private static final List<String> BESIDE =
      List.of("scheduling.userPlaceholder.enabled", "scheduling.podPriority.enabled");

  @Override
  public List<Proposal> propose(Told told) {
    List<Proposal> found = new ArrayList<>();
    flag(told, "scheduling.userScheduler.enabled", "userScheduler", found);
    flag(told, "prePuller.continuous.enabled", "pullImages", found);
    told.count(REPLICAS)
        .ifPresent(
            count -> {
              List<String> said = new ArrayList<>(List.of(REPLICAS));
              BESIDE.stream().filter(path -> told.flag(path).isPresent()).forEach(said::add);
              found.add(
                  Proposal.of(
                      "scheduling",
                      Told.line("scheduling.placeholders", told.node(REPLICAS).orElseThrow()),
                      said.toArray(String[]::new)));
            });
    return found;
  }

  private static void flag(Told told, String path, String key, List<Proposal> found) {
    told.flag(path)
        .ifPresent(
            said ->
                found.add(Proposal.of("scheduling", Told.line("scheduling." + key, said), path)));
  }
}
