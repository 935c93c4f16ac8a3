package org.hubfleet.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result of a pass: a value where there is one, and the problems found on the way.
 *
 * <p>A pass that found errors still hands on a value when later passes can find other errors.
 *
 * @param value absent when nothing useful could be made
 * @param diagnostics in the order of finding; may be empty
 */
public record Outcome<T>(Optional<T> value, List<Diagnostic> diagnostics) {
  public Outcome {
    diagnostics = List.copyOf(diagnostics);
  }

  /** A value without problems. */
  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(Optional.of(value), List.of());
  }

  /** A value and the problems found while making it. */
  public static <T> Outcome<T> of(T value, List<Diagnostic> diagnostics) {
    return new Outcome<>(Optional.of(value), diagnostics);
  }

  /** No value, and why. */
  public static <T> Outcome<T> none(List<Diagnostic> diagnostics) {
    return new Outcome<>(Optional.empty(), diagnostics);
  }

  /** No value, and the one reason. */
  public static <T> Outcome<T> none(Diagnostic diagnostic) {
    return none(List.of(diagnostic));
  }

  /**
   * The next pass over the value, with the problems of both; without a value the next pass does not
   * run.
   */
  public <U> Outcome<U> then(Function<T, Outcome<U>> next) {
    if (value.isEmpty()) {
      return none(diagnostics);
    }
    Outcome<U> after = next.apply(value.get());
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(after.diagnostics);
    return new Outcome<>(after.value, all);
  }

  /** Whether any problem is an error. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
