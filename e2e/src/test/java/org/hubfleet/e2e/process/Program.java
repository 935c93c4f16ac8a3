package org.hubfleet.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that is run to its end in a folder.
 *
 * @param environment beside that of the suite
 */
public record Program(Path folder, Map<String, String> environment) {
  public Program {
    environment = Map.copyOf(environment);
  }

  /** What it prints; throws {@link IllegalStateException} with its last words when it fails. */
  public byte[] run(List<String> words) {
    try {
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.environment().putAll(environment);
      Path errors = Files.createTempFile("program", ".log");
      Process process = builder.redirectError(errors.toFile()).start();
      byte[] said = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            String.join(" ", words)
                + " failed:\n"
                + new String(said, StandardCharsets.UTF_8)
                + Files.readString(errors));
      }
      Files.delete(errors);
      return said;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The same as text without white space around it. */
  public String text(String... words) {
    return new String(run(List.of(words)), StandardCharsets.UTF_8).strip();
  }
}
