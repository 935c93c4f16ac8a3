package org.hubfleet.source;

import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Puts what the YAML engine stumbled over into words of the people who wrote it. */
final class SyntaxError {
  private static final RuleName SYNTAX = RuleName.of("yaml/syntax");

  private SyntaxError() {}

  /** The problem, where the mistake is rather than where it was noticed. */
  static Diagnostic of(String file, MarkedYamlEngineException broken) {
    Place noticed =
        broken.getProblemMark().map(m -> YamlReader.place(file, m)).orElse(Place.ofFile(file));
    Place began = broken.getContextMark().map(m -> YamlReader.place(file, m)).orElse(noticed);
    String problem = broken.getProblem().replaceAll("\\s+", " ").strip();
    String context = String.valueOf(broken.getContext());
    if (problem.contains("\\t") || problem.contains("TAB")) {
      return at(noticed, "a tab stands where only spaces can")
          .hint("indent with spaces, never with tabs");
    }
    if (context.contains("quoted scalar") && problem.contains("end of")) {
      return at(began, "the quoted text that begins here does not end")
          .hint("close it with the quote it began with");
    }
    if (problem.contains("mapping values are not allowed")) {
      return at(noticed, "this colon makes a key where none can stand")
          .hint(
              "look at the line before too: write a space after each colon, keep the keys of a map"
                  + " below one another, and quote a text that has a colon inside");
    }
    if (context.contains("simple key") || problem.contains("expected ':'")) {
      return at(began, "this line is neither a key with a colon nor an item with a dash")
          .hint("write \"key: value\", with a space after the colon");
    }
    if (context.contains("flow sequence") || context.contains("flow mapping")) {
      boolean list = context.contains("sequence");
      return at(noticed, "the " + (list ? "list" : "map") + " in brackets is not written as one")
          .related(began, "it begins here")
          .hint("separate what is in it by commas, and close it with " + (list ? "]" : "}"));
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return at(noticed, "this line does not fit the lines before it")
          .related(began, "the map or list begins here")
          .hint("keep what belongs together at one indent");
    }
    return at(noticed, problem.isEmpty() ? "the text is no YAML" : problem);
  }

  private static Diagnostic at(Place place, String message) {
    return Diagnostic.error(place, SYNTAX, message);
  }
}
