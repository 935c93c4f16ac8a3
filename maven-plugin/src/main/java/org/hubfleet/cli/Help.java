package org.hubfleet.cli;

import java.util.Locale;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.goal.Goal;
import org.hubfleet.goal.Goals;
import org.hubfleet.goal.Parameter;

/** What {@code --help} and {@code --version} print. */
final class Help {
  private Help() {}

  static String text() {
    StringBuilder out = new StringBuilder("hubs <goal> [--name value ...]\n\ngoals\n");
    for (Goal goal : Goals.all()) {
      out.append(String.format(Locale.ROOT, "  %-10s %s%n", goal.name(), goal.summary()));
    }
    out.append("\nwhat they can be told\n");
    for (Parameter parameter : Parameter.values()) {
      String name = "--" + parameter.word() + " <" + parameter.value() + ">";
      out.append(String.format(Locale.ROOT, "  %-24s %s%n", name, parameter.meaning()));
    }
    out.append("  --debug                  show the details of an internal error\n");
    out.append("\nends with 0 when all is fine, 1 when problems were found, 2 when used wrongly\n");
    return out.toString();
  }

  static String version() {
    String jar = Help.class.getPackage().getImplementationVersion();
    String version = jar == null ? "of a checkout" : jar;
    return "hubs " + version + ", output version " + Compiler.VERSION + "\n";
  }
}
