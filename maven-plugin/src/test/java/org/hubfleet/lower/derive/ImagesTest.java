package org.hubfleet.lower.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.lower.Lowered;
import org.hubfleet.source.Node;
import org.junit.jupiter.api.Test;

class ImagesTest {
  @Test
  void joinsNameAndTag() {
    Lowered lowered = Lowered.of("{hub: {image: {name: quay.io/lab/hub, tag: '2'}}}");

    assertThat(lowered.context("images.hub")).isEqualTo("\"quay.io/lab/hub:2\"");
  }

  @Test
  void leavesOutAnEmptyTag() {
    Lowered lowered = Lowered.of("{singleuser: {image: {name: quay.io/lab/hub, tag: ''}}}");

    assertThat(lowered.context("images.singleuser")).isEqualTo("\"quay.io/lab/hub\"");
  }

  @Test
  void takesDefaultsFromTheListOfVersions() {
    Node image = Lowered.of("{}").values().derived("images.chp");

    assertThat(image.string()).contains("quay.io/jupyterhub/configurable-http-proxy:5.2.0");
    assertThat(image.origin().place().file()).isEqualTo("shelf/upstream/versions.yaml");
  }

  @Test
  void leadsToTheHalfThatSomebodySaid() {
    Node image = Lowered.of("hub:\n  image:\n    tag: '9'\n").values().derived("images.hub");

    assertThat(image.origin().place().toString()).isEqualTo("values.yaml:3:10");
    assertThat(image.origin().also()).hasSize(1);
  }
}
