package org.hubfleet.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hubfleet.goal.Ending;
import org.hubfleet.goal.Goals;
import org.hubfleet.goal.Settings;

/**
 * The goals as a program of its own. Ends with 0 when all is fine, 1 when problems were found, 2
 * when it was used wrongly.
 */
public final class Main {
  private Main() {}

  /**
   * Runs and ends the process.
   *
   * @param args a goal and its parameters, {@code --name value} or {@code --name=value}
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int status = run(args, Path.of(""), out, err, Terminal.hasColours(System.getenv()));
    System.exit(status);
  }

  /**
   * Runs and gives the status.
   *
   * @param folder where it was called
   */
  static int run(String[] args, Path folder, PrintStream out, PrintStream err, boolean colours) {
    Arguments arguments = Arguments.of(args, folder);
    if (arguments.wrong().isPresent()) {
      err.println("hubs: " + arguments.wrong().get());
      err.println("hubs --help lists the goals and what they can be told");
      return Ending.Exit.WRONG_USE.status();
    }
    if (arguments.asks()) {
      out.print(
          arguments.isVersion()
              ? Help.version()
              : arguments.goal().map(Help::of).orElseGet(Help::text));
      return Ending.Exit.FINE.status();
    }
    Settings settings = arguments.settings();
    StreamConsole console = new StreamConsole(out, err, colours, arguments.isDebug());
    Ending ending = Goals.run(arguments.goal().get(), settings, console);
    if (!ending.isFine()) {
      console.note(ending.message());
    }
    return ending.exit().status();
  }
}
