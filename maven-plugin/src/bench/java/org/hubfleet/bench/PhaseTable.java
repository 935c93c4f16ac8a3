package org.hubfleet.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The phases of the compiler, warm, as a table of the page. */
final class PhaseTable {
  private PhaseTable() {}

  /** Runs {@link PhaseBenchmark} in this process. */
  static String run() {
    StringBuilder table =
        new StringBuilder("Phases in a warm process (JMH, average and error):\n\n");
    table.append("| phase | hubs | ms | ms a hub |\n| --- | ---: | ---: | ---: |\n");
    for (RunResult result : results()) {
      String name = result.getParams().getBenchmark();
      int hubs = Integer.parseInt(result.getParams().getParam("hubs"));
      double score = result.getPrimaryResult().getScore();
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %.1f ± %.1f | %.2f |%n",
              name.substring(name.lastIndexOf('.') + 1),
              hubs,
              score,
              result.getPrimaryResult().getScoreError(),
              score / hubs));
    }
    return table.toString();
  }

  private static Collection<RunResult> results() {
    try {
      return new Runner(
              new OptionsBuilder().include(PhaseBenchmark.class.getName()).forks(0).build())
          .run();
    } catch (RunnerException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
