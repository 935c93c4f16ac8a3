package org.hubfleet.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Progress;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.report.Closing;
import org.hubfleet.report.Report;
import org.hubfleet.shelf.Lazy;
import org.hubfleet.shelf.RuleCatalogue;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;
import tools.jackson.databind.node.ObjectNode;

/** One run of one goal: what it was told, and how it reports. */
public final class Session {
  private final String goal;
  private final Settings settings;
  private final Console console;
  private Optional<Compiler> compiler = Optional.empty();

  Session(String goal, Settings settings, Console console) {
    this.goal = goal;
    this.settings = settings;
    this.console = console;
  }

  /** What it was told. */
  public Settings settings() {
    return settings;
  }

  /** Where it shows lines. */
  public Console console() {
    return console;
  }

  /** The compiler of the run, made when it is first asked for. */
  public Compiler compiler() {
    if (compiler.isEmpty()) {
      compiler = Optional.of(new Compiler());
    }
    return compiler.get();
  }

  /** Compiles what the settings ask for, and checks snippets where there is a Python. */
  public Outcome<Compilation> compile() {
    return compile(Progress.SILENT);
  }

  /** The same; tells how far it is. */
  Outcome<Compilation> compile(Progress progress) {
    return compiler().compile(settings.request(), progress).then(this::withPython);
  }

  private Outcome<Compilation> withPython(Compilation compilation) {
    List<Diagnostic> found =
        settings
            .get(Parameter.PYTHON)
            .map(python -> new PythonCheck(python, compilation.fleet().sources()))
            .map(check -> check.inspect(compilation.snippets()))
            .orElse(List.of());
    return Outcome.of(compilation, found);
  }

  /** Whether any of the problems fails the run. */
  public boolean fails(List<Diagnostic> problems) {
    return problems.stream().anyMatch(settings::isFailure);
  }

  /**
   * Reports the problems, then the lines, then the counts, and ends the run.
   *
   * @param more problems beside those of the outcome
   * @param lines what was done; empty when nothing was
   * @param consequence what the problems led to, for the last line, such as {@code nothing was
   *     written}
   */
  public Ending end(
      Outcome<Compilation> outcome, List<Diagnostic> more, List<String> lines, String consequence) {
    List<Diagnostic> all = new ArrayList<>(outcome.diagnostics());
    all.addAll(more);
    ShownPaths paths = ShownPaths.of(settings);
    List<Diagnostic> problems = all.stream().sorted().map(paths::shown).toList();
    Closing closing = closing(outcome.value());
    Sources sources = outcome.value().map(c -> c.fleet().sources()).orElse(new Sources(List.of()));
    Lazy<RuleCatalogue> rules = Lazy.of(() -> new RuleCatalogue(Shelf.open()));
    new Reporter(settings, console)
        .publish(
            new Report(
                goal, problems, closing, rule -> rules.get().entry(rule).map(e -> e.meaning())),
            file -> sources.at(paths.within(file)).map(SourceFile::text),
            lines);
    long failures = problems.stream().filter(settings::isFailure).count();
    return failures == 0
        ? Ending.FINE
        : Ending.problems(failures + (failures == 1 ? " problem" : " problems") + consequence);
  }

  /**
   * Ends a run well with an answer that is no report of problems: the lines for people, on the
   * console and in the file that was asked for; the document for machines in the format json.
   */
  public Ending answer(List<String> lines, Supplier<ObjectNode> document) {
    new Reporter(settings, console).answer(lines, document);
    return Ending.FINE;
  }

  private Closing closing(Optional<Compilation> compilation) {
    return compilation
        .map(c -> new Closing(c.hubs().size(), c.objects(), c.elsewhere(), notChecked(c)))
        .orElse(new Closing(0, 0, 0, List.of()));
  }

  private List<String> notChecked(Compilation compilation) {
    int snippets = compilation.snippets().size();
    return snippets == 0 || settings.get(Parameter.PYTHON).isPresent()
        ? List.of()
        : List.of(
            "the Python of "
                + snippets
                + (snippets == 1 ? " snippet" : " snippets")
                + ", for want of hubs.python");
  }
}
