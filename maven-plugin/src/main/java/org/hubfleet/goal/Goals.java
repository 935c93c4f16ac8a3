package org.hubfleet.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Severity;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.ShelfIndex;

/** All goals, and the one way to run them. */
public final class Goals {
  private static final List<Goal> ALL =
      List.of(
          new ValidateGoal(),
          new CompileGoal(),
          new CheckGoal(),
          new DiffGoal(),
          new DeployGoal(),
          new StatusGoal(),
          new NewGoal(),
          new ImportGoal(),
          new SchemasGoal(),
          new ExplainGoal(),
          new LinksGoal());

  private Goals() {}

  /** All goals, in the order of help. */
  public static List<Goal> all() {
    return ALL;
  }

  /** The goal of that name. */
  public static Optional<Goal> named(String name) {
    return ALL.stream().filter(goal -> goal.name().equals(name)).findFirst();
  }

  /**
   * Runs a goal. Throws nothing: a broken disk and a bug of ours end the run with one line, the
   * details go to the console's debug lines.
   */
  public static Ending run(Goal goal, Settings settings, Console console) {
    List<String> mistakes = settings.mistakes(goal.formats());
    if (!mistakes.isEmpty()) {
      return Ending.wrongUse(String.join("; ", mistakes));
    }
    try {
      return isOfOtherSources(settings.root())
          ? Ending.problems(
              "this hubs was built from other sources than those in maven-plugin: run mvn install"
                  + " first")
          : goal.run(new Session(goal.name(), settings, console));
    } catch (UncheckedIOException broken) {
      console.debug("cannot read or write", broken);
      return failed(console, "cannot read or write " + describe(broken.getCause()));
    } catch (RuntimeException | Error bug) {
      console.debug("internal error", bug);
      return failed(
          console,
          "internal error, please report it with the config that shows it: " + firstLine(bug));
    }
  }

  private static Ending failed(Console console, String line) {
    console.problem(Severity.ERROR, line);
    return Ending.problems(line);
  }

  private static String describe(IOException broken) {
    if (broken instanceof FileSystemException named && named.getFile() != null) {
      String reason = named.getReason() == null ? kind(named) : named.getReason();
      return named.getFile() + ": " + reason;
    }
    return String.valueOf(broken.getMessage());
  }

  private static String kind(FileSystemException broken) {
    String name = broken.getClass().getSimpleName().replace("Exception", "");
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
  }

  private static String firstLine(Throwable bug) {
    String message = String.valueOf(bug.getMessage()).lines().findFirst().orElse("");
    return bug.getClass().getSimpleName() + " " + message;
  }

  /** Whether the root holds the plugin's sources, and they are not those of this plugin. */
  private static boolean isOfOtherSources(Path root) {
    Path module = root.resolve("maven-plugin");
    if (!Files.isDirectory(module.resolve("src/main/shelf"))
        || !Files.isRegularFile(module.resolve("pom.xml"))) {
      return false;
    }
    try {
      return !ShelfIndex.fingerprint(module).equals(Shelf.fingerprint());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
