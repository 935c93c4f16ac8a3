package org.hubfleet.report;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.Related;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object: {@code goal}, {@code summary} and {@code diagnostics}, each with {@code
 * severity}, {@code rule}, {@code file}, {@code line} and {@code column} (1-based, code points;
 * absent for a whole file or line), {@code message}, and where there are any {@code hint} and
 * {@code related}.
 */
public final class JsonReport implements Format {
  @Override
  public String print(Report report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("goal", report.goal());
    root.set("summary", summary(report));
    ArrayNode diagnostics = root.putArray("diagnostics");
    report.diagnostics().forEach(diagnostic -> diagnostics.add(diagnostic(diagnostic)));
    return pretty(root);
  }

  private static ObjectNode summary(Report report) {
    long errors = report.diagnostics().stream().filter(Diagnostic::isError).count();
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    summary.put("errors", errors);
    summary.put("warnings", report.diagnostics().size() - errors);
    summary.put("elsewhere", report.closing().elsewhere());
    summary.put("hubs", report.closing().hubs());
    summary.put("objects", report.closing().objects());
    ArrayNode notChecked = summary.putArray("notChecked");
    report.closing().notChecked().forEach(notChecked::add);
    return summary;
  }

  private static ObjectNode diagnostic(Diagnostic diagnostic) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("severity", diagnostic.severity().word());
    node.put("rule", diagnostic.rule().text());
    place(diagnostic.place(), node);
    node.put("message", diagnostic.message());
    diagnostic.hint().ifPresent(hint -> node.put("hint", hint));
    related(diagnostic.related(), node);
    return node;
  }

  private static void related(List<Related> related, ObjectNode node) {
    if (related.isEmpty()) {
      return;
    }
    ArrayNode list = node.putArray("related");
    for (Related other : related) {
      ObjectNode item = list.addObject();
      place(other.place(), item);
      item.put("message", other.message());
    }
  }

  private static void place(Place place, ObjectNode node) {
    node.put("file", place.file());
    if (place.line() > 0) {
      node.put("line", place.line());
    }
    if (place.line() > 0 && place.column() > 0) {
      node.put("column", place.column());
    }
  }

  /** The object as text with a line a key, ending in a newline. */
  public static String pretty(ObjectNode root) {
    return JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(root)
            .replace("\r\n", "\n")
        + "\n";
  }
}
