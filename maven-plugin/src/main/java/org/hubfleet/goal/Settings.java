package org.hubfleet.goal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.schema.Nearest;

/**
 * What a run was told.
 *
 * @param root the folder that holds {@code config/}
 * @param calledFrom the folder that the person was in
 * @param given the parameters that were given; folders and files are absolute
 */
public record Settings(Path root, Path calledFrom, Map<Parameter, String> given) {
  private static final List<String> SEVERITIES = List.of("error", "warning");

  public Settings {
    given = Map.copyOf(given);
  }

  /** The settings of a run that was told those parameters; blank ones count as absent. */
  public static Settings of(Path root, Path calledFrom, Map<Parameter, String> parameters) {
    Map<Parameter, String> given = new EnumMap<>(Parameter.class);
    parameters.forEach(
        (parameter, value) -> {
          if (!value.isBlank()) {
            given.put(parameter, value.strip());
          }
        });
    return new Settings(root, calledFrom, given);
  }

  /** What was given for a parameter. */
  public Optional<String> get(Parameter parameter) {
    return Optional.ofNullable(given.get(parameter));
  }

  /** Whether a flag was given, and not as false. */
  public boolean isGiven(Parameter flag) {
    return get(flag).filter(value -> !value.equals("false")).isPresent();
  }

  /** The config folder. */
  public Path config() {
    return folder(Parameter.CONFIG, "config");
  }

  /** The folder of the compiled files. */
  public Path generated() {
    return folder(Parameter.GENERATED, "generated");
  }

  /** The folder of the schemas. */
  public Path schemas() {
    return folder(Parameter.SCHEMAS, "schemas");
  }

  private Path folder(Parameter parameter, String name) {
    return get(parameter).map(Path::of).orElse(root.resolve(name));
  }

  /** The format of the report. */
  public String format() {
    return get(Parameter.FORMAT).orElse("text");
  }

  /** The request to the compiler. */
  public Request request() {
    return new Request(config(), get(Parameter.CLUSTER), get(Parameter.HUB), get(Parameter.DATE));
  }

  /** Whether a problem fails the run. */
  public boolean isFailure(Diagnostic problem) {
    return problem.isError() || get(Parameter.FAIL_ON).filter("warning"::equals).isPresent();
  }

  /**
   * What is wrong with the parameters, a sentence each; empty when nothing is.
   *
   * @param formats that there are
   */
  public List<String> mistakes(List<String> formats) {
    return java.util.stream.Stream.of(
            oneOf(Parameter.FORMAT, formats), oneOf(Parameter.FAIL_ON, SEVERITIES), date())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> oneOf(Parameter parameter, List<String> words) {
    return get(parameter)
        .filter(word -> !words.contains(word))
        .map(
            word ->
                parameter.word()
                    + " is one of "
                    + String.join(", ", words)
                    + ", found \""
                    + word
                    + "\""
                    + Nearest.to(word, words).map(w -> ": did you mean " + w + "?").orElse(""));
  }

  private Optional<String> date() {
    return get(Parameter.DATE)
        .filter(text -> !isDate(text))
        .map(text -> "date is a day such as 2026-11-21, found \"" + text + "\"");
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text) instanceof LocalDate;
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }
}
