package org.hubfleet.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.CapabilityFolder;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.Upstream;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;

/** What capabilities say together, and what overrides make of it. */
class ContributionsTest {
  private static final Shelf SHELF = Shelf.open();
  private static final Upstream UPSTREAM = new Upstream(SHELF);
  private static final Vocabularies VOCABULARIES = new Vocabularies(SHELF);

  private final List<KnownCapability> capabilities = new ArrayList<>();
  private List<Diagnostic> problems = List.of();

  @Test
  void entriesOfTwoCapabilitiesAreOneListInTheirOrder() {
    says("jupyterhub: {singleuser: {extraTolerations: {b: {key: b}}}}");
    says("jupyterhub: {singleuser: {extraTolerations: {a: {key: a}}}}");

    assertThat(value("", "singleuser.extraTolerations"))
        .isEqualTo("[{\"key\": \"b\"},{\"key\": \"a\"}]");
  }

  @Test
  void anOverrideByNameAddsChangesAndRemoves() {
    says("jupyterhub: {singleuser: {extraTolerations: {a: {key: a}, b: {key: b}}}}");

    assertThat(
            value(
                "singleuser: {extraTolerations: {a: null, b: {effect: NoExecute}, c: {key: c}}}",
                "singleuser.extraTolerations"))
        .isEqualTo("[{\"key\": \"b\",\"effect\": \"NoExecute\"},{\"key\": \"c\"}]");
    assertThat(problems).isEmpty();
  }

  @Test
  void anOverrideByListReplacesAndSaysSo() {
    says("jupyterhub: {singleuser: {extraTolerations: {a: {key: a}}}}");

    assertThat(value("singleuser: {extraTolerations: [{key: c}]}", "singleuser.extraTolerations"))
        .isEqualTo("[{\"key\": \"c\"}]");
    assertThat(problems)
        .extracting(p -> p.rule().text())
        .containsExactly("capability/list-replaced");
  }

  @Test
  void aTraitThatIsASetTakesNames() {
    says("jupyterhub: {hub: {config: {Authenticator: {admin_users: {mira: mira}}}}}");
    says("jupyterhub: {hub: {config: {Authenticator: {admin_users: {tobias: tobias}}}}}");

    assertThat(value("", "hub.config.Authenticator.admin_users"))
        .isEqualTo("[\"mira\",\"tobias\"]");
  }

  @Test
  void profilesKeepTheOrderOfTheFileAndShareWhatIsSaidOfEach() {
    says("jupyterhub: {singleuser: {profileList: {z: {display_name: Z}, a: {display_name: A}}}}");
    says("jupyterhub: {singleuser: {profileList: {'*': {description: both}}}}");

    assertThat(value("", "singleuser.profileList"))
        .isEqualTo(
            "[{\"description\": \"both\",\"display_name\": \"Z\"},"
                + "{\"description\": \"both\",\"display_name\": \"A\"}]");
  }

  @Test
  void aMapWhereUpstreamTakesMapsStaysAMap() {
    says("jupyterhub: {singleuser: {extraEnv: {A: x}}}");

    assertThat(value("", "singleuser.extraEnv")).isEqualTo("{\"A\": \"x\"}");
  }

  @Test
  void secretLinesOfTheHubWin() {
    String path = "jupyterhub.hub.cookieSecret";
    says("secrets: {" + path + ": {secret: ours, key: a}}");

    Hub served = values("", "secrets: {" + path + ": {secret: theirs, key: b}}").hub();

    assertThat(served.tree().get("secrets").flatMap(s -> s.get(path)).flatMap(l -> l.get("secret")))
        .contains(served.tree().get("secrets").get().get(path).get().get("secret").get())
        .hasValueSatisfying(secret -> assertThat(secret.string()).contains("theirs"));
  }

  private void says(String tree) {
    CapabilityFolder folder =
        new CapabilityFolder(
            "test" + capabilities.size(),
            "",
            "",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            tree("{}"));
    Mapping said = tree(tree);
    capabilities.add(new KnownCapability(folder, (hub, problems) -> said));
  }

  private String value(String override, String path) {
    return Lowered.json(values(override, "{}").node(path).orElseThrow());
  }

  private Values values(String override, String hubFile) {
    Mapping over = override.isEmpty() ? tree("{}") : tree("jupyterhub: {" + override + "}");
    Mapping own = tree(hubFile);
    Hub hub =
        new Hub(
            "lab",
            "lab",
            "config/communities/lab/hub.yaml",
            new Cluster("west", "gke", "1.35", tree("{}")),
            "lab",
            "lab",
            own,
            List.of(new Hub.Override(Optional.of(over), Optional.empty(), over)),
            own.origin());
    var outcome = new Lowering(UPSTREAM, VOCABULARIES, capabilities, List.of()).merge(hub);
    problems = outcome.diagnostics();
    return outcome.value().orElseThrow();
  }

  private static Mapping tree(String text) {
    return YamlReader.ofConfig()
        .read("hub.yaml", text, Layer.HUB)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow();
  }
}
