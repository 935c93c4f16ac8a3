package org.hubfleet.lower.check;

import java.util.List;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.SchemaStep;

/**
 * Finds several names in one text, where a list was meant: {@code values/list-in-text}. A trait
 * that takes a list takes a lone text too, and makes one item of it.
 */
final class ListInText {
  private static final RuleName RULE = RuleName.of("values/list-in-text");
  private static final Pattern NAMES = Pattern.compile("[^\\s,]+(\\s*,\\s*[^\\s,]+)+");

  private ListInText() {}

  static void inspect(SchemaStep step, List<Diagnostic> problems) {
    step.value()
        .string()
        .filter(text -> text.indexOf(',') > 0 && step.value().origin().isConfigured())
        .filter(text -> NAMES.matcher(text).matches())
        .filter(text -> step.takes("array") && step.takes("string"))
        .ifPresent(
            text ->
                problems.add(
                    Diagnostic.warning(
                            step.value().origin().place(),
                            RULE,
                            step.path() + " is one item, \"" + text + "\"")
                        .hint("write a list: [" + text.replaceAll("\\s*,\\s*", ", ") + "]")));
  }
}
