package org.hubfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of a distribution says which hubs it reaches. */
class DistributionReachTest {
  private static final String COLLEGE = "config/distributions/college.yaml";

  @TempDir Path root;
  private FleetOnDisk fleet;

  @BeforeEach
  void threeHubs() throws IOException {
    fleet =
        FleetOnDisk.in(root, "config")
            .write(COLLEGE, "title: Colleges\nscheduling: {placeholders: 1}\n")
            .write("config/communities/lab/hub.yaml", "cluster: west\ndistribution: college\n")
            .write(
                "config/communities/lab/quiet.yaml",
                "cluster: west\ndistribution: college\nscheduling: {placeholders: 0}\n");
    assertThat(fleet.call("compile").status()).isZero();
    assertThat(fleet.call("deploy", "--allowDirty", "--repository=d.git").status()).isZero();
  }

  @Test
  void compilingNamesTheHubsThatItReaches() throws IOException {
    fleet.write(COLLEGE, "title: Colleges\nscheduling: {placeholders: 2}\n");

    assertThat(fleet.call("compile").out().lines())
        .contains("distribution college: changed 1 of its 2 hubs, lab on west");
  }

  @Test
  void comparingNamesTheHubsThatItReaches() throws IOException {
    fleet.write(COLLEGE, "title: Colleges\nlife: {idle: 20m}\n");

    assertThat(fleet.call("diff", "--repository=d.git").out().lines())
        .contains("distribution college: changed 2 of its 2 hubs, lab on west, lab-quiet on west");
  }

  @Test
  void hubsThatNobodyAskedForAreCounted() throws IOException {
    fleet.write(COLLEGE, "title: Colleges\nlife: {idle: 20m}\n");

    assertThat(fleet.call("compile", "--hub=lab").out().lines())
        .contains("distribution college: changed 1 of its 2 hubs, lab on west; 1 not looked at");
  }

  @Test
  void hubsWithoutADistributionNameNone() throws IOException {
    fleet.write(
        "config/communities/lab/course.yaml", "cluster: west\nscheduling: {placeholders: 3}\n");

    assertThat(fleet.call("compile").out())
        .contains("course on west")
        .doesNotContain("distribution");
  }
}
