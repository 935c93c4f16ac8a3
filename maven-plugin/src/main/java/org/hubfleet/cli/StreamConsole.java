package org.hubfleet.cli;

import java.io.PrintStream;
import org.hubfleet.diagnostic.Severity;
import org.hubfleet.goal.Console;

/** Results on one stream, everything beside them on the other. */
record StreamConsole(PrintStream out, PrintStream err, boolean hasColours, boolean isDebug)
    implements Console {
  @Override
  public void problem(Severity severity, String line) {
    print(out, line);
  }

  @Override
  public void line(String line) {
    print(out, line);
  }

  @Override
  public void note(String line) {
    print(err, line);
  }

  @Override
  public void document(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void debug(String message, Throwable cause) {
    if (isDebug) {
      print(err, message);
      cause.printStackTrace(err);
    }
  }

  private static void print(PrintStream stream, String line) {
    stream.print(line + "\n");
    stream.flush();
  }
}
