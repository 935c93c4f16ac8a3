package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class MountsOnOnePathTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new MountsOnOnePath().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static final String USER =
      "{singleuser: {storage: {type: none, extraVolumeMounts: [{name: a, mountPath: /s}, {name: b, mountPath: ";

  @Test
  void twoMountsOfPeopleOnOnePathAreReported() {
    assertThat(Given.told(inspect(Given.blueprint(Given.hub(), USER + "/s}]}}}"))))
        .containsExactly(
            "hub/mounts-on-one-path: the user pod: the container \"notebook\" has two mounts on /s");
  }

  @Test
  void twoPathsAreFine() {
    assertThat(inspect(Given.blueprint(Given.hub(), USER + "/t}]}}}"))).isEmpty();
  }

  @Test
  void aTrailingSlashMakesNoOtherPath() {
    assertThat(
            inspect(
                Given.blueprint(),
                "{kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, volumeMounts: [{name: x, mountPath: /s}, {name: x, mountPath: /s/}]}]}}"))
        .hasSize(1);
  }
}
