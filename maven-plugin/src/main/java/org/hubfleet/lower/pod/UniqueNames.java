package org.hubfleet.lower.pod;

import java.util.HashSet;
import java.util.Set;

/** Hands out names, each once: a name that is taken gets a number behind it. */
public final class UniqueNames {
  private final Set<String> taken = new HashSet<>();

  /** The name, or the name with the first free number from 2 on. */
  public String of(String name) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }
}
