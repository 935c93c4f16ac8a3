package org.hubfleet.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.Related;
import org.hubfleet.diagnostic.RuleName;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * SARIF 2.1.0, as code scanning services read it. Columns are Unicode code points; files are
 * relative to the folder that holds {@code config/}.
 */
public final class SarifReport implements Format {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

  @Override
  public String print(Report report) {
    List<RuleName> rules =
        report.diagnostics().stream().map(Diagnostic::rule).distinct().sorted().toList();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "hubs");
    ArrayNode known = driver.putArray("rules");
    rules.forEach(rule -> rule(rule, report, known.addObject()));
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode results = run.putArray("results");
    report.diagnostics().forEach(d -> result(d, rules.indexOf(d.rule()), results.addObject()));
    return JsonReport.pretty(root);
  }

  private static void rule(RuleName rule, Report report, ObjectNode node) {
    node.put("id", rule.text());
    report
        .meanings()
        .apply(rule)
        .ifPresent(meaning -> node.putObject("fullDescription").put("text", meaning));
  }

  private static void result(Diagnostic diagnostic, int rule, ObjectNode node) {
    node.put("ruleId", diagnostic.rule().text());
    node.put("ruleIndex", rule);
    node.put("level", diagnostic.severity().word());
    String hint = diagnostic.hint().map(text -> "\nhint: " + text).orElse("");
    node.putObject("message").put("text", diagnostic.message() + hint);
    location(diagnostic.place(), node.putArray("locations").addObject());
    if (!diagnostic.related().isEmpty()) {
      ArrayNode related = node.putArray("relatedLocations");
      for (Related other : diagnostic.related()) {
        ObjectNode place = related.addObject();
        location(other.place(), place);
        place.putObject("message").put("text", other.message());
      }
    }
  }

  private static void location(Place place, ObjectNode node) {
    ObjectNode physical = node.putObject("physicalLocation");
    physical
        .putObject("artifactLocation")
        .put("uri", uri(place.file()))
        .put("uriBaseId", "%SRCROOT%");
    if (place.line() > 0) {
      ObjectNode region = physical.putObject("region");
      region.put("startLine", place.line());
      if (place.column() > 0) {
        region.put("startColumn", place.column());
      }
    }
  }

  /** A relative path as a URI reference: everything but unreserved characters in UTF-8 escapes. */
  private static String uri(String file) {
    StringBuilder out = new StringBuilder();
    for (byte octet : file.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (octet & 0xFF);
      boolean plain =
          (letter >= 'a' && letter <= 'z')
              || (letter >= 'A' && letter <= 'Z')
              || (letter >= '0' && letter <= '9')
              || UNRESERVED.indexOf(letter) >= 0;
      out.append(
          plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
    }
    return out.toString();
  }
}
