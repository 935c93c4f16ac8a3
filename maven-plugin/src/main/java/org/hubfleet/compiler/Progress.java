package org.hubfleet.compiler;

import java.util.Map;
import org.hubfleet.model.Fleet;

/**
 * Is told what is known before a compilation is done, so that other work can begin. Some of it may
 * turn out to be wrong. Comes from any thread, and waits for nobody.
 */
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = new Progress() {};

  /** The files of the fleet are read. */
  default void read(Fleet fleet) {}

  /**
   * One hub is compiled.
   *
   * @param files path to text, as they are going to be in the output
   */
  default void compiled(Map<String, String> files) {}
}
