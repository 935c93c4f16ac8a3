package org.hubfleet.goal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hubfleet.compiler.Snippet;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Sources;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Lets a Python 3 read the snippets of a fleet, without running them. Reports {@code python/syntax}
 * in the line of the snippet and {@code python/no-interpreter}.
 */
final class PythonCheck {
  private static final RuleName SYNTAX = RuleName.of("python/syntax");
  private static final RuleName NO_INTERPRETER = RuleName.of("python/no-interpreter");
  private static final long SECONDS = 60;

  /** Reads a list of texts, writes a list of null or [line, column, message]. */
  private static final String PROGRAM =
      """
      import json, sys, warnings
      warnings.simplefilter("ignore")
      answers = []
      for text in json.load(sys.stdin.buffer):
          try:
              compile(text, "snippet", "exec", dont_inherit=True)
              answers.append(None)
          except SyntaxError as wrong:
              answers.append([wrong.lineno or 0, wrong.offset or 0, wrong.msg])
          except (ValueError, RecursionError, MemoryError) as wrong:
              answers.append([0, 0, str(wrong)])
      json.dump(answers, sys.stdout)
      """;

  private final String python;
  private final Sources sources;

  /**
   * @param python the command
   * @param sources the files that the snippets stand in
   */
  PythonCheck(String python, Sources sources) {
    this.python = python;
    this.sources = sources;
  }

  /** What is wrong with the snippets. */
  List<Diagnostic> inspect(List<Snippet> snippets) {
    if (snippets.isEmpty()) {
      return List.of();
    }
    Optional<JsonNode> answers = ask(snippets);
    if (answers.isEmpty()) {
      return List.of(
          Diagnostic.error(
                  Place.ofFile("config"), NO_INTERPRETER, "\"" + python + "\" did not answer")
              .hint("name a Python 3 with hubs.python, or leave it out"));
    }
    List<Diagnostic> found = new ArrayList<>();
    for (int i = 0; i < snippets.size(); i++) {
      JsonNode answer = answers.get().path(i);
      if (answer.isArray()) {
        found.add(problem(snippets.get(i), answer));
      }
    }
    return found;
  }

  private Diagnostic problem(Snippet snippet, JsonNode answer) {
    Place place =
        sources.inside(
            snippet.place(), snippet.text(), answer.path(0).asInt(), answer.path(1).asInt());
    String message = answer.path(2).asString();
    return Diagnostic.error(place, SYNTAX, "Python cannot read " + snippet.path() + ": " + message);
  }

  private Optional<JsonNode> ask(List<Snippet> snippets) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    snippets.forEach(snippet -> texts.add(snippet.text()));
    try {
      Process process =
          new ProcessBuilder(python, "-I", "-S", "-c", PROGRAM)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(texts.toString().getBytes(StandardCharsets.UTF_8));
      }
      try (InputStream out = process.getInputStream()) {
        String answer = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        return ended && process.exitValue() == 0
            ? Optional.of(JsonMapper.shared().readTree(answer))
            : Optional.empty();
      }
    } catch (IOException | JacksonException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
