package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Same input, same bytes: whatever the order of files, the language, the clock's zone, the charset.
 */
class DeterminismIT {
  private static final Path EXAMPLE = Path.of("../config");
  private static final List<String> PLAIN = List.of("-Duser.language=en", "-Duser.timezone=UTC");
  private static final List<List<String>> ELSEWHERE =
      List.of(
          List.of(
              "-Dfile.encoding=ISO-8859-1",
              "-Duser.language=tr",
              "-Duser.country=TR",
              "-Duser.timezone=Pacific/Kiritimati",
              "-Dline.separator=\r\n"),
          List.of(
              "-Dfile.encoding=UTF-16",
              "-Duser.language=ar",
              "-Duser.country=EG",
              "-Duser.timezone=America/St_Johns"));

  @TempDir Path scratch;

  @Test
  void theExampleFleetCompilesToTheSameBytesAnywhere() throws Exception {
    assertSameAnywhere(textsBelow(EXAMPLE));
  }

  @Test
  void manyHubsAndTheirMistakesCompileToTheSameBytesAnywhere() throws Exception {
    assertSameAnywhere(manyHubs());
  }

  private void assertSameAnywhere(SortedMap<String, String> config) throws Exception {
    Path forward = zip("forward.zip", config);
    Path backward = zip("backward.zip", ((TreeMap<String, String>) config).descendingMap());
    assertThat(listing(forward)).isNotEqualTo(listing(backward));
    String here = compiled(PLAIN, forward);

    for (List<String> options : ELSEWHERE) {
      assertThat(compiled(options, backward)).as("with %s", options).isEqualTo(here);
    }
    assertThat(here).contains("kind: Deployment");
  }

  private String compiled(List<String> options, Path zip) throws Exception {
    Path text = Files.createTempFile(scratch, "compiled", ".txt");
    CompileProcess.run(options, zip, text);
    return Files.readString(text);
  }

  private Path zip(String name, Map<String, String> files) throws IOException {
    Path zip = scratch.resolve(name);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        entries.putNextEntry(new ZipEntry("config/" + file.getKey()));
        entries.write(file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private static List<String> listing(Path zip) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(zip);
        Stream<Path> names = Files.list(files.getPath("/config/communities"))) {
      return names.map(Path::toString).toList();
    }
  }

  private static SortedMap<String, String> textsBelow(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }

  /** Hubs with letters that other languages sort or fold differently, and some with mistakes. */
  private static SortedMap<String, String> manyHubs() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("fleet.yaml", "language: 1\nasOf: 2026-11-21\n");
    List<String> minors = List.of("1.34", "1.35", "1.36");
    for (int i = 0; i < 3; i++) {
      files.put(
          "clusters/c" + i + ".yaml", "provider: gke\nkubernetes: \"" + minors.get(i) + "\"\n");
    }
    for (int i = 0; i < 20; i++) {
      files.put("communities/lab-" + "ioz".charAt(i % 3) + i + "/hub.yaml", hub(i));
    }
    return files;
  }

  private static String hub(int i) {
    return """
        cluster: c%d
        title: "\u0130stanbul \u0131\u015f\u0131k %d \u0627\u0644\u0639\u0631\u0628\u064a\u0629"
        overrides:
        - why: to look at
          values:
            jupyterhub:
              custom: {TITLE: title, i: I, "\u0131": "\u0130", z\u00e9: 1}
              hub:
                labels: {TIER: Title-%d, tier: i}
                extraEnv: {ID: "1", id: "2", %s: "\u00df \ud83d\ude00"}
                config: {JupyterHub: {authenticator_class: %s}}
              singleuser:
                memory: {limit: %dG}
                profileList:
                - {display_name: "Title \u0130 %d", kubespawner_override: {mem_limit: %d.5G}}
        """
        .formatted(
            i % 3,
            i,
            i,
            i % 5 == 4 ? "\"I I\"" : "IID",
            i % 7 == 6 ? "dumy" : "dummy",
            i + 1,
            i,
            i);
  }
}
