package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hub of this rung holds exactly the packages of the compiler's one list of versions. */
@Tag("hub")
class PinsIT {
  private static final Path TOOLS = Path.of(System.getProperty("e2e.module"), "tools");
  private static final Path VERSIONS =
      Path.of(System.getProperty("e2e.root"), "maven-plugin/src/main/shelf/upstream/versions.yaml");
  private static final Pattern PIN = Pattern.compile("(?m)^([a-z0-9-]+)==(\\S+)");

  @Test
  void theHubHasThePackagesOfTheList() throws IOException {
    Map<String, String> wanted = new TreeMap<>();
    versions()
        .get("packages")
        .flatMap(Node::mapping)
        .orElseThrow()
        .entries()
        .forEach((name, entry) -> wanted.put(name, ((Scalar) entry.value()).text()));

    assertThat(pins("hub/requirements.txt")).containsAllEntriesOf(wanted);
    assertThat(pins("hub/requirements.in")).isEqualTo(wanted);
  }

  @Test
  void theProxyIsTheOneOfTheList() throws IOException {
    String tag =
        versions()
            .get("images")
            .flatMap(images -> images.get("jupyterhub.proxy.chp.image"))
            .flatMap(image -> image.get("tag"))
            .flatMap(Node::string)
            .orElseThrow();

    assertThat(Files.readString(TOOLS.resolve("proxy/package.json")))
        .contains("\"configurable-http-proxy\": \"" + tag + "\"");
  }

  @Test
  void peoplesServersHaveTheHubsOwnJupyterHub() throws IOException {
    assertThat(pins("singleuser/requirements.txt").get("jupyterhub"))
        .isEqualTo(pins("hub/requirements.txt").get("jupyterhub"));
  }

  @Test
  void theSecondColumnIsNewer() throws IOException {
    assertThat(pins("hub-newest/requirements.txt").get("jupyterhub"))
        .isGreaterThan(pins("hub/requirements.txt").get("jupyterhub"));
  }

  @Test
  void locksNameNoHost() throws IOException {
    assertThat(Files.readString(TOOLS.resolve("proxy/package-lock.json")))
        .doesNotContain("\"resolved\"");
    for (String kit : new String[] {"hub", "hub-newest", "singleuser"}) {
      assertThat(Files.readString(TOOLS.resolve(kit + "/requirements.txt"))).doesNotContain("://");
    }
  }

  private static Map<String, String> pins(String file) throws IOException {
    Map<String, String> found = new TreeMap<>();
    Matcher pin = PIN.matcher(Files.readString(TOOLS.resolve(file)));
    while (pin.find()) {
      found.put(pin.group(1), pin.group(2));
    }
    return found;
  }

  private static Node versions() throws IOException {
    return YamlReader.ofOurs()
        .read(VERSIONS.toString(), Files.readString(VERSIONS), Layer.COMPILER)
        .value()
        .orElseThrow();
  }
}
