package org.hubfleet.e2e.api.agreement;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of {@code docs/verification.md}. */
final class AgreementPage {
  private final Differences differences;
  private final Explanations explanations;

  AgreementPage(Differences differences, Explanations explanations) {
    this.differences = differences;
    this.explanations = explanations;
  }

  /** Markdown, ending in a line break. */
  String text() {
    StringBuilder page = new StringBuilder();
    page.append(
        "| kind | tried | both accept | both refuse | only ours refuses | only the server |\n");
    page.append("|---|---|---|---|---|---|\n");
    differences.by(Mutant::kind).forEach((kind, mutants) -> row(kind, mutants, page));
    row("all", differences.mutants(), page);
    page.append('\n').append("What was done to them: ");
    page.append(
        differences.by(Mutant::operation).entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue().size())
            .collect(Collectors.joining(", ", "", ".\n\n")));
    page.append("**Refused by a server only** (no schema can know):\n\n");
    explanations.admission().forEach(reason -> line(reason, page));
    page.append("\n**Refused by us only**:\n\n");
    explanations.stricter().forEach(reason -> line(reason, page));
    page.append("- rules between objects, which a server does not look at: ").append(between());
    return page.toString();
  }

  private String between() {
    TreeSet<String> rules = new TreeSet<>();
    differences.mutants().stream()
        .filter(m -> m.isFalseReject() && m.isRefusedBetweenObjects())
        .forEach(m -> differences.reason(m).ifPresent(rules::add));
    return rules.stream().collect(Collectors.joining("`, `", "`", "`\n"));
  }

  private static void line(Explanations.Explanation reason, StringBuilder page) {
    page.append("- ").append(reason.name()).append(": ").append(reason.why()).append('\n');
  }

  private static void row(String name, List<Mutant> mutants, StringBuilder page) {
    long ours = mutants.stream().filter(Mutant::isFalseReject).count();
    long server = mutants.stream().filter(Mutant::isFalseAccept).count();
    long accepted =
        mutants.stream().filter(m -> m.ours().accepts() && m.server().accepts()).count();
    List<Long> cells =
        List.of(
            (long) mutants.size(),
            accepted,
            mutants.size() - accepted - ours - server,
            ours,
            server);
    page.append("| ").append(name).append(" | ");
    page.append(cells.stream().map(String::valueOf).collect(Collectors.joining(" | ")));
    page.append(" |\n");
  }
}
