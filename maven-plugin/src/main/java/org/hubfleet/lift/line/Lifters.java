package org.hubfleet.lift.line;

import java.util.List;
import org.hubfleet.lift.Lifter;
import org.hubfleet.shelf.Shelf;

/** All lifters. */
public final class Lifters {
  private Lifters() {}

  /** In the order in which people read a hub file. */
  public static List<Lifter> all(Shelf shelf) {
    return List.of(
        new AccessLines(),
        new RightsLines(),
        new EnvironmentLines(),
        new ProfileLines(shelf),
        new SizeLines(shelf),
        new RegistryLines(),
        new HomeLines(),
        new LifeLines(),
        new SchedulingLines(),
        new ResourcesLines(),
        new FolderLines(),
        new ScratchDiskLines(),
        new BucketLines(),
        new VariableLines(),
        new FileLines(),
        new PageLines());
  }
}
