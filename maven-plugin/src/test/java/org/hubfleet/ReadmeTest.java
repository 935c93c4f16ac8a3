package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.diagnostic.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the named files hold; {@code -Dpages.update} writes it. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- (case|file): (\\S+) -->\n```(\\w+)\n(.*?)```\n", Pattern.DOTALL);
  private static final Pattern EDIT =
      Pattern.compile("\\$EDITOR config/(?<file>\\S+) +# for example, add a line: (?<line>.+)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?://|#)([^)]+)\\)");

  @Test
  void examplesAreTheFilesTheyName() throws IOException {
    String readme = Files.readString(README);

    String current = BLOCK.matcher(readme).replaceAll(ReadmeTest::block);

    if (Boolean.getBoolean("pages.update")) {
      Files.writeString(README, current);
    }
    assertThat(README).content().isEqualTo(current);
  }

  private static String block(MatchResult found) {
    boolean isCase = found.group(1).equals("case");
    Path file = isCase ? Path.of("src/main/shelf", found.group(2)) : Path.of("..", found.group(2));
    String text = Files.isRegularFile(file) ? read(file) : "there is no " + file + "\n";
    String whole =
        "<!-- "
            + found.group(1)
            + ": "
            + found.group(2)
            + " -->\n```"
            + found.group(3)
            + "\n"
            + text
            + "```\n";
    return Matcher.quoteReplacement(whole);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /** A newcomer who adds it looks at the effect next. */
  @Test
  void lineToAddHasAnEffect(@TempDir Path scratch) throws IOException {
    Matcher edit = EDIT.matcher(Files.readString(README));
    assertThat(edit.find()).isTrue();
    Path fleet = Path.of("../config");
    Path copy = scratch.resolve("config");
    copy(fleet, copy);
    Files.writeString(
        copy.resolve(edit.group("file")), edit.group("line") + "\n", StandardOpenOption.APPEND);

    Outcome<Compilation> after = new Compiler().compile(Request.of(copy));

    assertThat(after.diagnostics()).isEmpty();
    assertThat(after.value().orElseThrow().output().files())
        .isNotEqualTo(
            new Compiler().compile(Request.of(fleet)).value().orElseThrow().output().files());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    Matcher links = LINK.matcher(Files.readString(README));

    assertThat(links.results().map(link -> Path.of("..", link.group(1))))
        .allSatisfy(file -> assertThat(file).exists());
  }
}
