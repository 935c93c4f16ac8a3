package org.hubfleet.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.goal.Goal;
import org.hubfleet.goal.Goals;
import org.hubfleet.goal.Parameter;

/** What {@code help}, {@code --help} and {@code --version} print. */
final class Help {
  private static final String ENDING =
      "\nends with 0 when all is fine, 1 when problems were found, 2 when used wrongly\n";

  private Help() {}

  /** All goals and parameters. */
  static String text() {
    StringBuilder out = new StringBuilder("hubs <goal> [--name value ...]\n\ngoals\n");
    for (Goal goal : Goals.all()) {
      line(out, 10, goal.name(), goal.summary());
    }
    line(out, 10, "help", "say this, or what one goal can be told: hubs help explain");
    out.append("\nwhat every goal can be told\n");
    Parameter.SHARED.forEach(parameter -> line(out, parameter, ""));
    out.append("\nwhat some can be told\n");
    for (Parameter parameter : Parameter.values()) {
      List<String> goals = goals(parameter);
      if (!goals.isEmpty()) {
        line(out, parameter, " (" + String.join(", ", goals) + ")");
      }
    }
    return out.append(debug()).append(ENDING).toString();
  }

  /** What one goal does and can be told. */
  static String of(Goal goal) {
    StringBuilder out = new StringBuilder("hubs " + goal.name() + " [--name value ...]\n");
    out.append("  ").append(goal.summary()).append("\n");
    if (!goal.parameters().isEmpty()) {
      out.append("\nwhat it can be told\n");
      goal.parameters().forEach(parameter -> line(out, parameter, ""));
    }
    out.append("\nwhat every goal can be told\n");
    Parameter.SHARED.forEach(parameter -> line(out, parameter, ""));
    return out.append(debug()).append(ENDING).toString();
  }

  /** The goals that one may tell this, beside what one may tell all of them. */
  static List<String> goals(Parameter parameter) {
    return Goals.all().stream()
        .filter(goal -> goal.parameters().contains(parameter))
        .map(Goal::name)
        .collect(Collectors.toList());
  }

  private static void line(StringBuilder out, Parameter parameter, String more) {
    String name = "--" + parameter.word() + " <" + parameter.value() + ">";
    line(out, 24, name, parameter.meaning() + more);
  }

  private static void line(StringBuilder out, int width, String name, String meaning) {
    out.append(String.format(Locale.ROOT, "  %-" + width + "s %s\n", name, meaning));
  }

  private static String debug() {
    return "  --debug                  show the details of an internal error\n";
  }

  static String version() {
    String jar = Help.class.getPackage().getImplementationVersion();
    String version = jar == null ? "of a checkout" : jar;
    return "hubs " + version + ", output version " + Compiler.VERSION + "\n";
  }
}
