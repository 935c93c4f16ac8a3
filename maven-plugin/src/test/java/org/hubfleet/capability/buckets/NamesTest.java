package org.hubfleet.capability.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void aShortNameStaysAsItIs() {
    assertThat(Names.within(30, "west-tidal-lab")).isEqualTo("west-tidal-lab");
  }

  @Test
  void aLongNameKeepsItsBeginning() {
    String name = Names.within(30, "shoreline-west-tidal-laboratory-staging");

    assertThat(name)
        .hasSizeLessThanOrEqualTo(30)
        .startsWith("shoreline-west-tidal-")
        .matches(".*-[0-9a-f]{8}");
  }

  @Test
  void twoLongNamesOfOneBeginningStayApart() {
    assertThat(Names.within(30, "shoreline-west-tidal-laboratory-staging"))
        .isNotEqualTo(Names.within(30, "shoreline-west-tidal-laboratory-teaching"));
  }

  @Test
  void noTwoDashesMeetWhereANameIsCut() {
    assertThat(Names.within(20, "abcdefghij-klmnopqrstuv")).doesNotContain("--");
  }
}
