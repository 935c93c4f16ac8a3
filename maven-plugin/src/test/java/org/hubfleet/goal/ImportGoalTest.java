package org.hubfleet.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportGoalTest {
  @TempDir Path root;

  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void writeFleet() throws IOException {
    write("config/fleet.yaml", "language: 1\n");
    write("config/clusters/west.yaml", "provider: gke\nkubernetes: \"1.35\"\n");
    write("old/values.yaml", "hub:\n  allowNamedServers: yes\n");
  }

  @Test
  void writesTheHubFileAndSaysWhatItDid() throws IOException {
    Ending ending = run(Map.of());

    assertThat(ending.isFine()).isTrue();
    assertThat(hub())
        .hasContent(
            """
            cluster: west
            life:
              namedServers: true
            """);
    assertThat(said).contains("      old/values.yaml:2:22: yes is read as the boolean true");
  }

  @Test
  void keepsAllValuesUnderOverridesWhenToldSo() {
    run(Map.of(Parameter.TYPED, "false"));

    assertThat(hub())
        .hasContent(
            """
            cluster: west
            overrides:
            - why: "imported from values.yaml"
              values:
                jupyterhub:
                  hub:
                    allowNamedServers: true
            """);
  }

  @Test
  void neverTouchesAFileThatIsThere() throws IOException {
    write("config/communities/tidal/hub.yaml", "cluster: west\n");

    Ending ending = run(Map.of());

    assertThat(ending.isFine()).isFalse();
    assertThat(hub()).hasContent("cluster: west");
    assertThat(String.join("\n", said)).contains("import/file-exists");
  }

  @Test
  void overwritesWhenToldSo() throws IOException {
    write("config/communities/tidal/hub.yaml", "cluster: west\n");

    Ending ending = run(Map.of(Parameter.FORCE, "true"));

    assertThat(ending.isFine()).isTrue();
    assertThat(Files.readString(hub())).contains("life:");
  }

  @Test
  void namesClusterAndFilesThatAreNotThere() {
    Ending ending = run(Map.of(Parameter.CLUSTER, "wst", Parameter.VALUES, "old/no.yaml"));

    assertThat(ending.isFine()).isFalse();
    assertThat(String.join("\n", said))
        .contains("import/unknown-cluster", "did you mean \"west\"?", "import/unreadable");
    assertThat(hub()).doesNotExist();
  }

  @Test
  void reportsBrokenValuesAndWritesNothing() throws IOException {
    write("old/values.yaml", "hub:\n  config: [\n");

    Ending ending = run(Map.of());

    assertThat(ending.isFine()).isFalse();
    assertThat(String.join("\n", said)).contains("old/values.yaml:3").contains("yaml/syntax");
    assertThat(hub()).doesNotExist();
  }

  @Test
  void asksForWhatItNeeds() {
    Ending ending = run(Map.of(Parameter.HUB, "tidal"));

    assertThat(ending.exit()).isEqualTo(Ending.Exit.WRONG_USE);
    assertThat(ending.message()).contains("tidal-lab/hub");
  }

  private Path hub() {
    return root.resolve("config/communities/tidal/hub.yaml");
  }

  private Ending run(Map<Parameter, String> more) {
    Map<Parameter, String> given = new EnumMap<>(Parameter.class);
    given.put(Parameter.VALUES, root.resolve("old/values.yaml").toString());
    given.put(Parameter.HUB, "tidal/hub");
    given.put(Parameter.CLUSTER, "west");
    given.putAll(more);
    return Goals.run(new ImportGoal(), Settings.of(root, root, given), new Listener());
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private final class Listener implements Console {
    @Override
    public void problem(Severity severity, String line) {
      said.add(line);
    }

    @Override
    public void line(String line) {
      said.add(line);
    }

    @Override
    public void note(String line) {
      said.add(line);
    }

    @Override
    public void document(String text) {
      said.add(text);
    }

    @Override
    public void debug(String message, Throwable cause) {
      said.add(message + cause);
    }

    @Override
    public boolean hasColours() {
      return false;
    }
  }
}
