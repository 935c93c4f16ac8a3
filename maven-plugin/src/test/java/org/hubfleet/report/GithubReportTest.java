package org.hubfleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GithubReportTest {
  private static final String DECODED_MESSAGE =
      "the key \"a<b>&'c'\" stands\ntwice: 50%, \uD83C\uDF0A and \u0007\n"
          + "config/fleet.yaml:1: first here\nhint: keep one: \u2028 or the other";

  @Test
  void everyDiagnosticIsOneLine() {
    String text = new GithubReport().print(Given.report(Given.ERROR, Given.WARNING));

    assertThat(text.lines()).hasSize(2).allMatch(line -> line.startsWith("::"));
  }

  @Test
  void theRunnerReadsBackWhatWasWritten() {
    Map<String, String> command = read(new GithubReport().print(Given.report(Given.ERROR)));

    assertThat(command)
        .containsEntry("command", "error")
        .containsEntry("file", "config/communities/lab/hub, 100%.yaml")
        .containsEntry("line", "3")
        .containsEntry("col", "7")
        .containsEntry("title", "yaml/duplicate-key")
        .containsEntry("message", DECODED_MESSAGE);
  }

  @Test
  void wholeFileHasNoLine() {
    Map<String, String> command = read(new GithubReport().print(Given.report(Given.WARNING)));

    assertThat(command).containsEntry("command", "warning").doesNotContainKeys("line", "col");
  }

  /** Reads a workflow command the way the runner does. */
  private static Map<String, String> read(String line) {
    Map<String, String> found = new LinkedHashMap<>();
    int end = line.indexOf("::", 2);
    List<String> head = List.of(line.substring(2, end).split(" ", 2));
    found.put("command", head.get(0));
    for (String property : head.get(1).split(",", -1)) {
      String[] pair = property.split("=", 2);
      found.put(pair[0], decoded(pair[1].replace("%3A", ":").replace("%2C", ",")));
    }
    found.put("message", decoded(line.substring(end + 2).stripTrailing()));
    return found;
  }

  private static String decoded(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }
}
