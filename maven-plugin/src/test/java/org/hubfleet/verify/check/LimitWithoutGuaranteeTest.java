package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class LimitWithoutGuaranteeTest {
  private static List<String> told(String values) {
    return Given.told(
        new LimitWithoutGuarantee()
            .inspect(new HubObjects(Given.blueprint(Given.hub(), values), Given.manifests())));
  }

  @Test
  void aLimitAloneIsTold() {
    assertThat(told("{singleuser: {cpu: {limit: 3.5}}}"))
        .containsExactly(
            "hub/limit-without-guarantee: servers may use 3.5 of CPU and are guaranteed none, so"
                + " Kubernetes keeps 3.5 free for each");
  }

  @Test
  void aGuaranteeBesideItIsFine() {
    assertThat(told("{singleuser: {cpu: {guarantee: 0.5, limit: 3.5}}}")).isEmpty();
  }

  @Test
  void aGuaranteeOfNothingIsNone() {
    assertThat(told("{singleuser: {cpu: {guarantee: 0, limit: 3.5}}}")).hasSize(1);
  }

  @Test
  void noLimitIsFine() {
    assertThat(told("{singleuser: {cpu: {limit: null}}}")).isEmpty();
  }

  @Test
  void aLimitIsToldOnceThoughManyChoicesShareIt() {
    assertThat(
            told(
                "{singleuser: {profileList: [{display_name: P, kubespawner_override: {cpu_limit: 2}, profile_options: {size: {choices: {a: {kubespawner_override: {cpu_guarantee: 1}}, b: {kubespawner_override: {cpu_guarantee: null}}, c: {kubespawner_override: {cpu_guarantee: null}}}}}}]}}"))
        .singleElement()
        .asString()
        .endsWith("in the profile \"P\", size \"b\"");
  }

  @Test
  void aRequestAmongOtherResourcesCounts() {
    assertThat(told("{singleuser: {cpu: {limit: 2}, extraResource: {guarantees: {cpu: 500m}}}}"))
        .isEmpty();
  }
}
