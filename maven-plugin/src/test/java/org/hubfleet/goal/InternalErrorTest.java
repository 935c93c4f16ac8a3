package org.hubfleet.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bug of ours, or a broken disk, ends a run with one line that says so. */
class InternalErrorTest {
  @TempDir Path root;
  private final Listener console = new Listener();

  @Test
  void bugIsOneLineThatAsksForAReport() {
    Ending ending = run(new IllegalStateException("no scalar here\nand more"));

    assertThat(ending.exit().status()).isOne();
    assertThat(console.problems)
        .containsExactly(
            "internal error, please report it with the config that shows it:"
                + " IllegalStateException no scalar here");
  }

  @Test
  void stackOverflowIsOneLineToo() {
    run(new StackOverflowError());

    assertThat(console.problems).hasSize(1).first().asString().contains("StackOverflowError");
  }

  @Test
  void detailsAreKeptForThoseWhoAsk() {
    RuntimeException bug = new IllegalStateException("no scalar here");

    run(bug);

    assertThat(console.causes).containsExactly(bug);
  }

  @Test
  void brokenDiskNamesTheFile() {
    run(new UncheckedIOException(new NoSuchFileException("generated/west")));

    assertThat(console.problems)
        .containsExactly("cannot read or write generated/west: no such file");
  }

  private Ending run(Throwable thrown) {
    return Goals.run(new Broken(thrown), Settings.of(root, root, Map.of()), console);
  }

  private record Broken(Throwable thrown) implements Goal {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String summary() {
      return "fails";
    }

    @Override
    public Ending run(Session session) {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }
  }

  private static final class Listener implements Console {
    private final List<String> problems = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    @Override
    public void problem(Severity severity, String line) {
      problems.add(line);
    }

    @Override
    public void line(String line) {
      problems.add("line: " + line);
    }

    @Override
    public void note(String line) {
      problems.add("note: " + line);
    }

    @Override
    public void document(String text) {
      problems.add("document: " + text);
    }

    @Override
    public void debug(String message, Throwable cause) {
      causes.add(cause);
    }

    @Override
    public boolean hasColours() {
      return false;
    }
  }
}
