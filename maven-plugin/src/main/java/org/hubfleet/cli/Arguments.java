package org.hubfleet.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hubfleet.goal.Goal;
import org.hubfleet.goal.Goals;
import org.hubfleet.goal.Parameter;
import org.hubfleet.goal.Root;
import org.hubfleet.goal.Settings;
import org.hubfleet.schema.Nearest;

/**
 * A command line, read.
 *
 * @param goal absent for {@code help} of all goals, {@code --version} and nothing at all
 * @param wrong what is wrong with it
 */
record Arguments(
    Optional<Goal> goal,
    Map<Parameter, String> given,
    Set<String> flags,
    Path folder,
    Optional<String> wrong) {
  private static final Set<String> FLAGS = Set.of("--help", "-h", "--version", "-V", "--debug");
  private static final Set<Parameter> PATHS =
      Set.of(Parameter.CONFIG, Parameter.GENERATED, Parameter.SCHEMAS, Parameter.REPORT);

  /** Reads a command line; file names are relative to the folder. */
  static Arguments of(String[] args, Path folder) {
    return new CommandLine(folder).read(List.of(args));
  }

  /** Whether it asks what there is, or what the goal can be told, rather than to run it. */
  boolean asks() {
    return flags.stream().anyMatch(flag -> !flag.equals("--debug"));
  }

  boolean isVersion() {
    return flags.contains("--version") || flags.contains("-V");
  }

  boolean isDebug() {
    return flags.contains("--debug");
  }

  /** The settings: the root is above the config folder that was named, else above the folder. */
  Settings settings() {
    Optional<Path> config = Optional.ofNullable(given.get(Parameter.CONFIG)).map(Path::of);
    Path root = config.map(Path::getParent).orElseGet(() -> Root.above(folder));
    return Settings.of(root, folder, given);
  }

  /** Collects while reading. */
  private static final class CommandLine {
    private final Path folder;
    private final Map<Parameter, String> given = new EnumMap<>(Parameter.class);
    private final Set<String> flags = new java.util.TreeSet<>();
    private Optional<Goal> goal = Optional.empty();
    private Optional<String> wrong = Optional.empty();

    CommandLine(Path folder) {
      this.folder = folder;
    }

    Arguments read(List<String> words) {
      int at = 0;
      while (at < words.size() && wrong.isEmpty()) {
        at += read(words.get(at), words.subList(at + 1, words.size()));
      }
      Arguments arguments = new Arguments(goal, given, flags, folder, wrong);
      if (wrong.isPresent() || arguments.asks()) {
        return arguments;
      }
      wrong =
          goal.isEmpty()
              ? Optional.of("no goal is given; goals are " + String.join(", ", goals()))
              : given.keySet().stream().flatMap(p -> stray(goal.get(), p)).findFirst();
      return new Arguments(goal, given, flags, folder, wrong);
    }

    /** What is wrong with telling a goal what is meant for others. */
    private static Stream<String> stray(Goal goal, Parameter parameter) {
      return Parameter.SHARED.contains(parameter) || goal.parameters().contains(parameter)
          ? Stream.empty()
          : Stream.of(
              goal.name()
                  + " does not know --"
                  + parameter.word()
                  + ", which is for "
                  + String.join(" and ", Help.goals(parameter)));
    }

    /** Reads one word and perhaps the next; the number of words read. */
    private int read(String word, List<String> rest) {
      if (FLAGS.contains(word)) {
        flags.add(word);
        return 1;
      }
      if (word.equals("help") && goal.isEmpty()) {
        flags.add("--help");
        return 1;
      }
      if (!word.startsWith("-")) {
        goal(word);
        return 1;
      }
      int equals = word.indexOf('=');
      String name = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^--?", "");
      Optional<Parameter> parameter = Parameter.of(name.replaceFirst("^Dhubs\\.", ""));
      if (parameter.isEmpty()) {
        wrong = Optional.of("there is no --" + name + near(name, Parameter.words(), "--"));
        return 1;
      }
      if (equals < 0 && parameter.get().isFlag() && !startsWithTruth(rest)) {
        put(parameter.get(), "true");
        return 1;
      }
      if (equals < 0 && rest.isEmpty()) {
        wrong = Optional.of("--" + name + " needs a " + parameter.get().value());
        return 1;
      }
      put(parameter.get(), equals < 0 ? rest.get(0) : word.substring(equals + 1));
      return equals < 0 ? 2 : 1;
    }

    private static boolean startsWithTruth(List<String> words) {
      return !words.isEmpty() && List.of("true", "false").contains(words.get(0));
    }

    private void goal(String word) {
      if (goal.isPresent()) {
        wrong = Optional.of("one goal at a time, found \"" + word + "\" too");
        return;
      }
      goal = Goals.named(word);
      if (goal.isEmpty()) {
        String list = "; goals are " + String.join(", ", goals());
        wrong = Optional.of("there is no goal \"" + word + "\"" + near(word, goals(), "") + list);
      }
    }

    private void put(Parameter parameter, String value) {
      try {
        given.put(
            parameter,
            PATHS.contains(parameter)
                ? folder.resolve(value).toAbsolutePath().normalize().toString()
                : value);
      } catch (InvalidPathException noPath) {
        wrong = Optional.of("--" + parameter.word() + " is no path: \"" + value + "\"");
      }
    }

    private static List<String> goals() {
      return Goals.all().stream().map(Goal::name).toList();
    }

    private static String near(String word, List<String> known, String before) {
      return Nearest.to(word, known).map(w -> ", did you mean " + before + w + "?").orElse("");
    }
  }
}
