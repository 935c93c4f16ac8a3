package org.hubfleet.report;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;

/**
 * What a run looked at, for its last line.
 *
 * @param hubs how many hubs it was about
 * @param objects how many Kubernetes objects they have
 * @param elsewhere errors in files that a narrowed run was not about
 * @param notChecked what could not be judged, and what it would take; may be empty
 */
public record Closing(int hubs, int objects, int elsewhere, List<String> notChecked) {
  public Closing {
    notChecked = List.copyOf(notChecked);
  }

  /** The line that counts everything. */
  public String sentence(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    long warnings = diagnostics.size() - errors;
    return count(errors, "error")
        + ", "
        + count(warnings, "warning")
        + " in "
        + count(hubs, "hub")
        + " with "
        + count(objects, "object");
  }

  /** Further lines: what is wrong elsewhere, and what was not checked. */
  public List<String> notes() {
    List<String> notes = new java.util.ArrayList<>();
    if (elsewhere > 0) {
      notes.add(
          count(elsewhere, "error")
              + " in other parts of the fleet, which this narrowed run leaves aside");
    }
    notChecked.forEach(what -> notes.add("not checked: " + what));
    return List.copyOf(notes);
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
