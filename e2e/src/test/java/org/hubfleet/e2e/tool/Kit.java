package org.hubfleet.e2e.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tools of one ecosystem, pinned together.
 *
 * @param pins the folder with the lock files
 * @param home where the tools are made; named by the digest of the pins
 */
record Kit(Path pins, Path home) {
  private static final String COMPLETE = ".complete";

  static Kit of(Path pins, Path cache) throws IOException {
    return new Kit(pins, cache.resolve(pins.getFileName() + "-" + digest(pins)));
  }

  String name() {
    return pins.getFileName().toString();
  }

  Path program(String program) {
    return home.resolve("bin").resolve(program);
  }

  /** Makes the tools unless they are there; says whether it did. */
  boolean prepare() throws IOException, InterruptedException {
    if (Files.exists(home.resolve(COMPLETE))) {
      return false;
    }
    Files.createDirectories(home.resolve("bin"));
    if (Files.exists(pins.resolve(GoFiles.LIST))) {
      GoFiles.copy(pins, home);
    } else if (Files.exists(pins.resolve("go.mod"))) {
      buildGo();
    } else if (Files.exists(pins.resolve("requirements.txt"))) {
      installPython();
    } else if (Files.exists(pins.resolve("package-lock.json"))) {
      installNode();
    } else {
      throw new IllegalStateException("no lock file in " + pins);
    }
    Files.createFile(home.resolve(COMPLETE));
    return true;
  }

  private void buildGo() throws IOException, InterruptedException {
    Properties build = new Properties();
    build.load(Files.newBufferedReader(pins.resolve("build.properties")));
    String flags = build.getProperty("ldflags", "-s -w");
    for (String program : new TreeSet<>(build.stringPropertyNames())) {
      if (!program.equals("ldflags")) {
        run(
            List.of(
                "go",
                "build",
                "-trimpath",
                "-ldflags",
                flags,
                "-o",
                program(program).toString(),
                build.getProperty(program)),
            pins);
      }
    }
  }

  private void installPython() throws IOException, InterruptedException {
    run(List.of("python3", "-m", "venv", home.toString()), pins);
    run(
        List.of(
            program("pip").toString(),
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "-r",
            "requirements.txt"),
        pins);
  }

  private void installNode() throws IOException, InterruptedException {
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(pins.resolve(file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    run(List.of("npm", "ci", "--silent", "--no-audit", "--no-fund"), home);
    try (Stream<Path> programs = Files.list(home.resolve("node_modules/.bin"))) {
      for (Path program : programs.sorted().toList()) {
        Path link = program(program.getFileName().toString());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, program);
      }
    }
  }

  /**
   * Runs a client; its last words are the reason when it fails. Go neither fetches another Go, nor
   * touches the pins, nor asks git about this checkout, whatever the machine's settings are.
   */
  private static void run(List<String> command, Path folder)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("kit", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("GOTOOLCHAIN", "local");
    builder.environment().put("GOFLAGS", "-mod=readonly -buildvcs=false");
    builder.environment().put("GOWORK", "off");
    Process process = builder.start();
    if (process.waitFor() != 0) {
      List<String> lines = Files.readAllLines(log);
      String last = String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
      throw new IllegalStateException(String.join(" ", command) + " failed:\n" + last);
    }
    Files.delete(log);
  }

  private static String digest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList())) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
