package org.hubfleet.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Reads YAML text into a located tree.
 *
 * <p>Reports {@code yaml/syntax}, {@code yaml/empty}, {@code yaml/too-large}, {@code
 * yaml/too-deep}, {@code yaml/duplicate-key}, {@code yaml/ambiguous-scalar}, {@code yaml/key},
 * {@code yaml/tag}, {@code yaml/alias}, {@code yaml/merge-key}, {@code yaml/second-document} and
 * {@code yaml/odd-character}, and never throws for any text.
 */
public final class YamlReader {
  static final RuleName SYNTAX = RuleName.of("yaml/syntax");
  private static final RuleName EMPTY = RuleName.of("yaml/empty");
  private static final RuleName TOO_LARGE = RuleName.of("yaml/too-large");

  private final Limits limits;
  private final LoadSettings settings;

  private YamlReader(Limits limits) {
    this.limits = limits;
    this.settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setParseComments(false)
            .build();
  }

  /** A reader for what people write. */
  public static YamlReader ofConfig() {
    return new YamlReader(Limits.CONFIG);
  }

  /** A reader for our own shelves and rendered documents, with wider limits. */
  public static YamlReader ofOurs() {
    return new YamlReader(Limits.OURS);
  }

  /** Reads a file of {@code config/} or of a shelf, strictly. */
  public Outcome<Node> read(String file, String text, Layer layer) {
    return read(file, text, layer, Dialect.STRICT);
  }

  /** Reads a file in a dialect. An empty file has no value and one error. */
  public Outcome<Node> read(String file, String text, Layer layer, Dialect dialect) {
    if (text.codePointCount(0, text.length()) > limits.codePoints()) {
      return Outcome.none(
          Diagnostic.error(
                  Place.ofFile(file),
                  TOO_LARGE,
                  "the file has more than " + limits.codePoints() + " characters")
              .hint("split it, or move data out of it"));
    }
    TreeBuilder builder = new TreeBuilder(dialect, limits, new FileOrigins(file, layer));
    return run(file, text, builder);
  }

  /**
   * Reads a rendered document, whose anchors stand for values and whose lines name origins.
   *
   * @param file the name shown when the document is broken, which is a bug of ours
   * @param values the value an anchor stands for
   * @param lines the origin of fixed text on a line, 1-based
   */
  public Outcome<Node> readRendered(
      String file, String text, Function<String, Node> values, Function<Integer, Origin> lines) {
    return run(
        file, text, new TreeBuilder(Dialect.STRICT, limits, new RenderedOrigins(values, lines)));
  }

  private Outcome<Node> run(String file, String text, TreeBuilder builder) {
    try {
      Optional<Node> root = builder.build(file, new Parse(settings).parseString(text));
      List<Diagnostic> problems = builder.problems();
      if (root.isEmpty() && problems.isEmpty()) {
        return Outcome.none(
            Diagnostic.error(Place.ofFile(file), EMPTY, "the file is empty")
                .hint("delete it or fill it in"));
      }
      return new Outcome<>(root, problems);
    } catch (MarkedYamlEngineException broken) {
      return Outcome.none(SyntaxError.of(file, broken));
    } catch (ReaderException broken) {
      return Outcome.none(unacceptable(file, text, broken));
    } catch (TreeBuilder.Stop stop) {
      return Outcome.none(builder.problems());
    } catch (RuntimeException broken) {
      // The engine throws other exceptions for a few malformed tags and escapes.
      return Outcome.none(Diagnostic.error(Place.ofFile(file), SYNTAX, "the text is no YAML"));
    }
  }

  private static Diagnostic unacceptable(String file, String text, ReaderException broken) {
    int at = text.indexOf(Character.toString(broken.getCodePoint()));
    String before = text.substring(0, Math.max(at, 0));
    String line = before.substring(before.lastIndexOf('\n') + 1);
    Place place =
        new Place(
            file,
            (int) before.chars().filter(c -> c == '\n').count() + 1,
            line.codePointCount(0, line.length()) + 1);
    return Diagnostic.error(place, SYNTAX, "a control character stands here, YAML accepts none")
        .hint("delete it, or write it as an escape in double quotes");
  }

  static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
