package org.hubfleet.lower.derive.puller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerNamesTest {
  private final ContainerNames names = new ContainerNames();

  @Test
  void aLabelStaysAsItIs() {
    assertThat(names.of("image-pull-singleuser")).isEqualTo("image-pull-singleuser");
  }

  @Test
  void whatNoLabelMayHoldBecomesAHyphen() {
    assertThat(names.of("image-pull-Image_Choice-Py_3.11."))
        .isEqualTo("image-pull-image-choice-py-3-11");
  }

  @Test
  void aLongTextIsCutAndEndsInADigest() {
    String name = names.of("image-pull-" + "x".repeat(80));

    assertThat(name).hasSizeLessThanOrEqualTo(63).matches("image-pull-x+-[0-9a-f]{8}");
  }

  @Test
  void textsThatLookAlikeGetDifferentNames() {
    assertThat(names.of("a_b")).isNotEqualTo(names.of("a-b")).isNotEqualTo(names.of("a-b"));
    assertThat(names.of("a-b")).matches("a-b-[0-9a-f]{8}");
  }

  @Test
  void sameTextsInTheSameOrderGetTheSameNames() {
    ContainerNames others = new ContainerNames();

    assertThat(names.of("A") + names.of("a")).isEqualTo(others.of("A") + others.of("a"));
  }
}
