package org.hubfleet.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;

/**
 * All that a run has to tell.
 *
 * @param goal such as {@code validate}
 * @param diagnostics sorted
 * @param meanings what a rule means, in a sentence or two, where the catalogue has it
 */
public record Report(
    String goal,
    List<Diagnostic> diagnostics,
    Closing closing,
    Function<RuleName, Optional<String>> meanings) {
  public Report {
    diagnostics = List.copyOf(diagnostics);
  }
}
