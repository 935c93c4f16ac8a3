package org.hubfleet.e2e.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that lie in Go modules, pinned by {@code go.mod} and {@code go.sum} beside {@code
 * files.properties}, which says of each folder to be made the module and then the files in it.
 */
final class GoFiles {
  static final String LIST = "files.properties";
  private static final Pattern FOLDER = Pattern.compile("\"Dir\": \"([^\"]+)\"");

  private GoFiles() {}

  /** Copies all of them below a folder. */
  static void copy(Path pins, Path home) throws IOException, InterruptedException {
    Properties list = new Properties();
    list.load(Files.newBufferedReader(pins.resolve(LIST)));
    for (String name : new TreeSet<>(list.stringPropertyNames())) {
      String[] words = list.getProperty(name).trim().split("\\s+");
      Path module = module(words[0], pins);
      Path folder = Files.createDirectories(home.resolve(name));
      for (int i = 1; i < words.length; i++) {
        Path file = module.resolve(words[i]);
        Files.write(folder.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
  }

  /** Where the client keeps the module's files. */
  private static Path module(String name, Path pins) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("go", "mod", "download", "-json", name)
            .directory(pins.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher folder = FOLDER.matcher(said);
    if (process.waitFor() != 0 || !folder.find()) {
      throw new IllegalStateException("cannot get the module " + name + ":\n" + said);
    }
    return Path.of(folder.group(1));
  }
}
