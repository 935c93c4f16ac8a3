package org.hubfleet.e2e.hub;

import java.util.ArrayList;
import java.util.List;

/** What this rung tries, the longest first. */
final class Journeys {
  private Journeys() {}

  static List<Journey> of(Column column) {
    List<Journey> all =
        new ArrayList<>(
            List.of(
                new Journey("tidal-lab", ExampleHubs::tidalLab),
                new Journey("delta", OwnHubs::delta),
                new Journey("makerspace", ExampleHubs::makerspace),
                new Journey("coast-teaching", ExampleHubs::coastTeaching),
                new Journey("summer-school", ExampleHubs::summerSchool),
                new Journey("atlas", ExampleHubs::atlas),
                new Journey("reef", OwnHubs::reef),
                new Journey("course", OwnHubs::course),
                new Journey("harbor", OwnHubs::harbor)));
    if (RealHub.heaviest().isPresent()) {
      all.add(0, new Journey("the heaviest real hub", RealHubs::heaviest));
    }
    if (column.equals(Column.PINNED)) {
      all.add(new Journey("a hub that may not make pods", BrokenHubs::mayNotMakePods));
      all.add(new Journey("a trait of the wrong type", BrokenHubs::traitOfTheWrongType));
      all.add(new Journey("a proxy with another token", BrokenHubs::proxyWithAnotherToken));
      all.add(new Journey("a Service that finds no proxy", BrokenHubs::serviceThatFindsNoProxy));
    }
    return all;
  }
}
