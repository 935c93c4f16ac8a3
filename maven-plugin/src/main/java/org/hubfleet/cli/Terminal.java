package org.hubfleet.cli;

import java.io.Console;
import java.util.Map;

/** What the screen can do. */
final class Terminal {
  private Terminal() {}

  /** Whether output goes to a terminal that shows colours and nobody asked for none. */
  static boolean hasColours(Map<String, String> environment) {
    return isTerminal()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** Newer Java has a console even for a pipe, and a method that tells. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }
}
