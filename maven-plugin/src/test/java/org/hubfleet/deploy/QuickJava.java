package org.hubfleet.deploy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The command that starts this test's JVM again, for half the time: the classes that a first
 * process loaded come from an archive. An archive takes neither folders nor signed jars, so that
 * these are packed anew.
 */
record QuickJava(List<String> path, Path folder) {
  /** Makes the jars; nothing is archived yet. */
  static QuickJava in(Path folder) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> jars = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      Path classes = Path.of(entry);
      Path jar = folder.resolve("classes" + jars.size() + ".jar");
      if (Files.isDirectory(classes)) {
        pack(classes, jar);
      } else if (!isSigned(classes)) {
        jar = classes;
      } else {
        unsign(classes, jar);
      }
      jars.add(jar.toString());
    }
    return new QuickJava(jars, folder);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (ZipOutputStream zip = zip(jar);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, zip);
      }
    }
  }

  private static void unsign(Path signed, Path jar) throws IOException {
    try (ZipOutputStream zip = zip(jar);
        ZipFile all = new ZipFile(signed.toFile())) {
      for (ZipEntry entry : all.stream().filter(e -> !isSignature(e)).toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream content = all.getInputStream(entry)) {
          content.transferTo(zip);
        }
      }
    }
  }

  private static ZipOutputStream zip(Path jar) throws IOException {
    OutputStream file = Files.newOutputStream(jar);
    ZipOutputStream zip = new ZipOutputStream(file);
    zip.setLevel(1);
    return zip;
  }

  private static boolean isSigned(Path jar) throws IOException {
    try (ZipFile all = new ZipFile(jar.toFile())) {
      return all.stream().anyMatch(QuickJava::isSignature);
    }
  }

  private static boolean isSignature(ZipEntry entry) {
    return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  /** A process that notes what it loads. */
  List<String> noting() {
    return command("-Xshare:off", "-XX:DumpLoadedClassList=" + list());
  }

  /** Archives what a process has noted. Where that fails, processes are slower, and that is all. */
  void archive() throws IOException, InterruptedException {
    // Some versions of the JVM crash over lambdas.
    List<String> names =
        Files.readAllLines(list()).stream().filter(line -> !line.startsWith("@")).toList();
    Files.write(list(), names);
    List<String> words =
        command("-Xshare:dump", "-XX:SharedClassListFile=" + list(), archiveOption());
    new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** A process that takes its classes from the archive. */
  List<String> quick() {
    return command("-Xshare:auto", archiveOption());
  }

  private Path list() {
    return folder.resolve("classes.list");
  }

  private String archiveOption() {
    return "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa");
  }

  private List<String> command(String... options) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx200m"));
    words.addAll(List.of(options));
    words.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
    return words;
  }
}
