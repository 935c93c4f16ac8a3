package org.hubfleet.capability;

import java.lang.reflect.InvocationTargetException;
import org.hubfleet.lower.Capability;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.Shelf;

/**
 * Finds the Java of a capability: the class that its {@code capability.yaml} names, in the package
 * {@code org.hubfleet.capability.<folder without dashes>}.
 */
public final class Capabilities {
  private static final String ROOM = "org.hubfleet.capability.";

  private Capabilities() {}

  /**
   * The capability of a folder that has Java. Its class is public and has a public constructor that
   * takes a {@link Shelf} or nothing; throws {@link IllegalStateException} when it has not.
   */
  public static Capability of(CapabilityFolder folder, Shelf shelf) {
    String name = className(folder);
    try {
      Class<?> found = Class.forName(name);
      for (var constructor : found.getConstructors()) {
        if (constructor.getParameterCount() == 1) {
          return (Capability) constructor.newInstance(shelf);
        }
      }
      return (Capability) found.getConstructor().newInstance();
    } catch (InvocationTargetException broken) {
      throw new IllegalStateException(name + " cannot be made", broken.getCause());
    } catch (ReflectiveOperationException | ClassCastException missing) {
      throw new IllegalStateException(name + " is no capability", missing);
    }
  }

  /** The name of the class that lowers a folder's keys. */
  public static String className(CapabilityFolder folder) {
    return ROOM + folder.name().replace("-", "") + "." + folder.java().orElseThrow();
  }
}
