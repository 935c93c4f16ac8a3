package org.hubfleet.lower.check;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Nearest;
import org.hubfleet.schema.SchemaStep;

/**
 * Finds texts that KubeSpawner could not fill in when a server starts: {@code values/unknown-field}
 * and {@code values/unbalanced-brace}. Which values it fills in the schemas say: {@code x-filled}.
 */
final class Templates {
  private static final RuleName UNKNOWN = RuleName.of("values/unknown-field");
  private static final RuleName UNBALANCED = RuleName.of("values/unbalanced-brace");

  private Templates() {}

  static void inspect(SchemaStep step, List<Diagnostic> problems) {
    Optional<String> text =
        step.value().string().filter(t -> t.indexOf('{') >= 0 || t.indexOf('}') >= 0);
    if (text.isPresent() && step.value().origin().isConfigured() && isFilledIn(step)) {
      problem(step, text.get()).ifPresent(problems::add);
    }
  }

  private static Optional<Diagnostic> problem(SchemaStep step, String text) {
    TemplateField.Parsed parsed = TemplateField.parse(text);
    String where = " in " + step.path();
    if (parsed.mistake().isPresent()) {
      return Optional.of(
          Diagnostic.error(
                  step.value().origin().place(),
                  UNBALANCED,
                  "there is " + parsed.mistake().get() + where)
              .hint("write a brace that stays twice: {{ or }}"));
    }
    boolean writeIn = step.path().toString().contains(".unlisted_choice.");
    return parsed.fields().stream()
        .filter(f -> !TemplateField.KNOWN.contains(f.name()))
        .filter(f -> !(writeIn && f.name().equals("value")))
        .findFirst()
        .map(field -> unknown(step, field.name(), where));
  }

  private static Diagnostic unknown(SchemaStep step, String name, String where) {
    Optional<String> near =
        Nearest.to(name, TemplateField.KNOWN.stream().sorted().toList())
            .filter(word -> name.matches("[A-Za-z_]+"));
    return Diagnostic.error(
            step.value().origin().place(),
            UNKNOWN,
            "there is no field {"
                + (name.length() > 30 ? name.substring(0, 27) + "..." : name)
                + "}"
                + where)
        .hint(
            near.map(word -> "did you mean {" + word + "}?")
                .orElse("write braces that stay twice: {{ and }}"));
  }

  private static boolean isFilledIn(SchemaStep step) {
    return step.is("x-filled") || step.isInside(outer -> outer.is("x-filled"));
  }
}
