package org.hubfleet.lower.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.source.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
  private static final String REQUIRED =
      "nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";
  private static final String PREFERRED =
      "nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "core | require | [{'matchExpressions':[{'key':'hub.jupyter.org/node-purpose','operator':'In','values':['core']}]}] | absent",
        "core | prefer | absent | [{'weight':100,'preference':{'matchExpressions':[{'key':'hub.jupyter.org/node-purpose','operator':'In','values':['core']}]}}]",
        "core | ignore | absent | absent",
        "user | require | [{'matchExpressions':[{'key':'hub.jupyter.org/node-purpose','operator':'In','values':['user']}]}] | absent",
        "user | prefer | absent | [{'weight':100,'preference':{'matchExpressions':[{'key':'hub.jupyter.org/node-purpose','operator':'In','values':['user']}]}}]",
        "user | ignore | absent | absent"
      })
  void nodePurposeBecomesNodeAffinity(String group, String way, String required, String preferred) {
    String values =
        "scheduling: {" + group + "Pods: {nodeAffinity: {matchNodePurpose: " + way + "}}}";

    assertThat(HubValues.derived(values, "placement." + group + ".affinity." + REQUIRED))
        .isEqualTo(required.replace('\'', '"'));
    assertThat(HubValues.derived(values, "placement." + group + ".affinity." + PREFERRED))
        .isEqualTo(preferred.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub | hub",
        "proxy | proxy.chp",
        "autohttps | proxy.traefik",
        "user-scheduler | scheduling.userScheduler",
        "hook-image-awaiter | prePuller.hook"
      })
  void corePodsJoinTheirOwnTolerationsWithTheCommonOnes(String pod, String path) {
    String own = "{tolerations: [{key: gpu, operator: Exists}], nodeSelector: {zone: a}}";
    StringBuilder values = new StringBuilder();
    for (String key : path.split("\\.")) {
      values.append('{').append(key).append(": ");
    }
    values.append(own).append("}".repeat(path.split("\\.").length));

    assertThat(HubValues.derived(values.toString(), "placement." + pod + ".tolerations"))
        .isEqualTo(
            ("[{'key':'hub.jupyter.org/dedicated','operator':'Equal','value':'core','effect':'NoSchedule'},"
                    + "{'key':'hub.jupyter.org_dedicated','operator':'Equal','value':'core','effect':'NoSchedule'},"
                    + "{'key':'gpu','operator':'Exists'}]")
                .replace('\'', '"'));
    assertThat(HubValues.derived(values.toString(), "placement." + pod + ".nodeSelector"))
        .isEqualTo("{\"zone\":\"a\"}");
  }

  @Test
  void userPodsAddTheTolerationsOfServersAndPullersTheirOwn() {
    String values =
        """
        scheduling: {userPods: {tolerations: [{key: a}]}}
        singleuser: {extraTolerations: [{key: b}]}
        prePuller: {extraTolerations: [{key: c}, {key: a}]}
        """;

    assertThat(HubValues.derived(values, "placement.user-placeholder.tolerations"))
        .isEqualTo("[{\"key\":\"a\"},{\"key\":\"b\"}]");
    assertThat(HubValues.derived(values, "placement.image-puller.tolerations"))
        .isEqualTo("[{\"key\":\"a\"},{\"key\":\"b\"},{\"key\":\"c\"}]");
  }

  @Test
  void wishesOfServersJoinThePurposeAndPullersKeepTheConditionsOnly() {
    String values =
        """
        scheduling: {userPods: {nodeAffinity: {matchNodePurpose: ignore}}}
        singleuser:
          extraNodeAffinity:
            required: [{matchExpressions: [{key: gpu, operator: Exists}]}]
            preferred: [{weight: 1, preference: {matchExpressions: [{key: fast, operator: Exists}]}}]
        """;

    assertThat(HubValues.derived(values, "placement.user.affinity." + REQUIRED)).contains("gpu");
    assertThat(HubValues.derived(values, "placement.user.affinity." + PREFERRED)).contains("fast");
    assertThat(HubValues.derived(values, "placement.image-puller.affinity." + REQUIRED))
        .contains("gpu");
    assertThat(HubValues.derived(values, "placement.image-puller.affinity." + PREFERRED))
        .isEqualTo("absent");
  }

  @Test
  void podAffinityOfServersIsThatOfTheirPlaceholders() {
    String values =
        """
        singleuser:
          extraPodAffinity: {required: [{topologyKey: zone}]}
          extraPodAntiAffinity: {preferred: [{weight: 5, podAffinityTerm: {topologyKey: host}}]}
        """;

    assertThat(HubValues.derived(values, "placement.user-placeholder.affinity.podAffinity"))
        .isEqualTo(
            "{\"requiredDuringSchedulingIgnoredDuringExecution\":[{\"topologyKey\":\"zone\"}]}");
    assertThat(HubValues.derived(values, "placement.user-placeholder.affinity.podAntiAffinity"))
        .contains("\"weight\":5");
  }

  @Test
  void nothingIsSaidWhereNothingIsAsked() {
    String values =
        "scheduling: {corePods: {nodeAffinity: {matchNodePurpose: ignore}, tolerations: []}}";

    assertThat(HubValues.derived(values, "placement.hub")).isEqualTo("{}");
  }

  @Test
  void theAffinityComesFromTheLineThatAskedForIt() {
    String values = "scheduling: {corePods: {nodeAffinity: {matchNodePurpose: require}}}";

    assertThat(
            HubValues.blueprint(values)
                .context()
                .at("placement.hub.affinity." + REQUIRED)
                .orElseThrow()
                .origin()
                .layer())
        .isEqualTo(Layer.HUB);
  }
}
