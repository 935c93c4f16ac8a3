package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class GuaranteeOverLimitTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new GuaranteeOverLimit().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static List<String> told(String values) {
    return Given.told(inspect(Given.blueprint(Given.hub(), values)));
  }

  @Test
  void aGuaranteeAboveItsLimitIsReported() {
    assertThat(told("{singleuser: {memory: {guarantee: 2G, limit: 1500M}}}"))
        .containsExactly(
            "hub/guarantee-over-limit: servers are guaranteed 2G of memory but may use no more than"
                + " 1500M");
  }

  @Test
  void aGuaranteeWithinItsLimitIsFine() {
    assertThat(
            told(
                "{singleuser: {memory: {guarantee: 1G, limit: 1073741824}, cpu: {guarantee: 0.5, limit: 2}}}"))
        .isEmpty();
  }

  @Test
  void aTraitOverridesTheChartsValue() {
    assertThat(
            told(
                "{singleuser: {memory: {guarantee: 1G}}, hub: {config: {KubeSpawner: {mem_limit: 512M}}}}"))
        .hasSize(1);
  }

  @Test
  void aProfileThatOnlyLowersTheLimitIsReported() {
    assertThat(
            told(
                "{singleuser: {memory: {guarantee: 1G}, profileList: [{display_name: Small, kubespawner_override: {mem_limit: 512M}}]}}"))
        .containsExactly(
            "hub/guarantee-over-limit: servers are guaranteed 1G of memory but may use no more than"
                + " 512M in the profile \"Small\"");
  }

  @Test
  void anOptionThatAlwaysSetsTheGuaranteeHidesTheHubsOwn() {
    String profile =
        "{singleuser: {memory: {guarantee: 1G}, profileList: [{display_name: P, kubespawner_override: {mem_limit: 512M}, profile_options: {size: {choices: {a: {kubespawner_override: {mem_guarantee: 256M}}, b: {kubespawner_override: {mem_guarantee: %s}}}}}}]}}";

    assertThat(told(profile.formatted("512M"))).isEmpty();
    assertThat(told(profile.formatted("1G")))
        .singleElement()
        .asString()
        .endsWith("in the profile \"P\", size \"b\"");
  }

  @Test
  void aNullLimitIsNoLimit() {
    assertThat(
            told(
                "{singleuser: {memory: {guarantee: 1G, limit: 1G}, profileList: [{display_name: P, kubespawner_override: {mem_guarantee: 4G, mem_limit: null}}]}}"))
        .isEmpty();
  }
}
