package org.hubfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hubfleet.compiler.CompiledHub;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.compiler.Request;
import org.hubfleet.model.Fleet;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;
import org.hubfleet.source.YamlWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which pods a change restarts: those whose template in a Deployment, StatefulSet or DaemonSet is
 * another one after it. Nothing else restarts a pod.
 */
class PodsRestartTest {
  private static final Compiler COMPILER = new Compiler();

  @TempDir Path scratch;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hub: {templateVars: {theme: dark}}                         | hub",
        "hub: {extraConfig: {a: 'x = 1'}}                           | hub",
        "singleuser: {memory: {limit: 2G}}                          | hub user-placeholder",
        "singleuser: {image: {tag: '9'}}                            | hub continuous-image-puller",
        "prePuller: {extraImages: {a: {name: b.example/c, tag: '1'}}} | continuous-image-puller",
        "proxy: {chp: {extraEnv: {A: b}}}                           | proxy",
        "proxy: {service: {type: LoadBalancer}}                     |",
        "proxy: {secretToken: null}                                 |",
        "scheduling: {userPlaceholder: {replicas: 4}}               |",
        "scheduling: {userScheduler: {logLevel: 5}}                 | user-scheduler",
        "custom: {unread: 1}                                        |",
        "ingress: {enabled: true}                                   |"
      })
  void changeRestartsThesePodsOnly(String change, String pods) throws IOException {
    assertThat(restarted("{}", "{" + change + "}"))
        .containsExactlyInAnyOrderElementsOf(words(pods));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{secret: {name: old}}             | {secret: {name: new}}",
        "{secret: {name: old, crt: a.crt}} | {secret: {name: old, crt: b.crt}}",
        "{secret: {name: old, key: a.key}} | {secret: {name: old, key: b.key}}"
      })
  void anotherCertificateRestartsTheProxyThatServesIt(String before, String after)
      throws IOException {
    String https = "{proxy: {https: {enabled: true, type: secret, hosts: [a.example], %s}}}";

    assertThat(restarted(https.formatted(inner(before)), https.formatted(inner(after))))
        .containsExactly("proxy");
  }

  @Test
  void anotherSecretOfAManualCertificateRestartsTheProxy() throws IOException {
    String values = "{proxy: {https: {enabled: true, type: manual, hosts: [a.example]}}}";
    String line = "secrets: {jupyterhub.proxy.https.manual: {secret: %s}}\n";

    assertThat(
            restarted(
                templates(values, line.formatted("old")), templates(values, line.formatted("new"))))
        .containsExactly("proxy");
  }

  private static String inner(String map) {
    return map.strip().replaceAll("^\\{|}$", "");
  }

  private static List<String> words(String text) {
    return Optional.ofNullable(text).map(t -> List.of(t.split(" ", -1))).orElse(List.of());
  }

  private TreeSet<String> restarted(String before, String after) throws IOException {
    return restarted(templates(before, ""), templates(after, ""));
  }

  private static TreeSet<String> restarted(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> changed = new TreeSet<>();
    after.forEach(
        (name, text) -> {
          if (before.containsKey(name) && !before.get(name).equals(text)) {
            changed.add(name);
          }
        });
    return changed;
  }

  /** The pod templates of the hub, by the name of what holds them. */
  private Map<String, String> templates(String values, String hubFile) throws IOException {
    SmallFleet small =
        new SmallFleet(scratch)
            .with(
                SmallFleet.HUB,
                "cluster: west\n"
                    + hubFile
                    + "overrides:\n- {why: A test., values: {jupyterhub: "
                    + values
                    + "}}\n");
    Fleet fleet = COMPILER.bind(Request.of(small.config())).value().orElseThrow();
    CompiledHub hub = COMPILER.compile(fleet.hubs().get(0)).value().orElseThrow();
    Map<String, String> templates = new TreeMap<>();
    for (Manifest manifest : hub.manifests()) {
      Optional<Node> template = manifest.object().at(ValuePath.of("spec", "template"));
      if (template.isPresent() && !manifest.kind().equals("Job")) {
        templates.put(manifest.name(), YamlWriter.write(template.get()));
      }
    }
    return templates;
  }
}
