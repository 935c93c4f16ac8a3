package org.hubfleet.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Outcome;

/** A process of its own that brings a folder to a large output: {@code <folder> <word>}. */
final class WriterProcess {
  private static final int HUBS = 400;

  private WriterProcess() {}

  public static void main(String[] arguments) throws IOException {
    Output output = output(arguments[1]);
    System.out.println("ready");
    System.in.read();
    Outcome<List<Change>> applied =
        new GeneratedFolder(Path.of(arguments[0])).apply(output, path -> true, changes -> {});
    applied.diagnostics().forEach(System.out::println);
    System.exit(applied.hasErrors() ? 1 : 0);
  }

  /** Hubs of which half have the same text for every word, and some come and go with it. */
  static Output output(String word) {
    SortedMap<String, String> hubs = new TreeMap<>();
    for (int i = 0; i < HUBS; i++) {
      if ((i + word.hashCode()) % 7 != 0) {
        hubs.put("hub-" + i, i % 2 == 0 ? word : "same");
      }
    }
    return Folders.output(hubs, text -> (text + "\n").repeat(500));
  }

  static Process start(Path folder, String word) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                WriterProcess.class.getName(),
                folder.toString(),
                word)
            .redirectErrorStream(true)
            .start();
    process.inputReader().readLine();
    return process;
  }

  /** Lets a started process begin. */
  static void go(Process process) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }
}
