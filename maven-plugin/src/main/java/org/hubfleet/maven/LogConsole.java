package org.hubfleet.maven;

import org.apache.maven.plugin.logging.Log;
import org.hubfleet.diagnostic.Severity;
import org.hubfleet.goal.Console;

/**
 * Maven's log as a console: every line is logged on its own, so that excerpts and their carets stay
 * below one another behind Maven's prefix.
 */
record LogConsole(Log log, boolean isInteractive) implements Console {
  @Override
  public void problem(Severity severity, String line) {
    if (severity == Severity.ERROR) {
      log.error(line);
    } else {
      log.warn(line);
    }
  }

  @Override
  public void line(String line) {
    log.info(line);
  }

  @Override
  public void note(String line) {
    log.info(line);
  }

  @Override
  public void document(String text) {
    // A prefix would break the document, and GitHub reads commands at the start of a line only.
    System.out.print(text);
    System.out.flush();
  }

  @Override
  public void debug(String message, Throwable cause) {
    log.debug(message, cause);
  }

  @Override
  public boolean hasColours() {
    String style = System.getProperty("style.color", "auto");
    boolean off = style.equals("never") || System.getenv("NO_COLOR") != null;
    boolean screen = isInteractive && System.console() != null && System.getenv("TERM") != null;
    return style.equals("always") || (!off && screen);
  }
}
