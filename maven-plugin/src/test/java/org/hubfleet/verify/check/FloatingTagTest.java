package org.hubfleet.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.verify.Given;
import org.junit.jupiter.api.Test;

class FloatingTagTest {
  private static List<Diagnostic> inspect(Blueprint blueprint, String... documents) {
    return new FloatingTag().inspect(new HubObjects(blueprint, Given.manifests(documents)));
  }

  private static List<String> told(String image) {
    return Given.told(
        inspect(
            Given.blueprint(),
            "{kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: \""
                + image
                + "\"}]}}"));
  }

  @Test
  void tagsThatMoveAreReported() {
    assertThat(told("quay.io/a/b:latest"))
        .containsExactly("values/floating-tag: the tag \"latest\" of the image quay.io/a/b moves");
    assertThat(told("b:main")).hasSize(1);
    assertThat(told("localhost:5000/b"))
        .containsExactly("values/floating-tag: the image localhost:5000/b has no tag");
  }

  @Test
  void tagsThatStayAndDigestsAreFine() {
    assertThat(told("quay.io/a/b:2026.1")).isEmpty();
    assertThat(told("quay.io/a/b:latest@sha256:" + "0".repeat(64))).isEmpty();
    assertThat(told("b@sha256:" + "0".repeat(64))).isEmpty();
  }

  @Test
  void whatIsNoImageIsAnError() {
    for (String text : List.of("https://quay.io/a/b:1", "Quay/b:1", "a b:1", "a//b:1", "a:1:2")) {
      assertThat(told(text)).singleElement().asString().startsWith("values/bad-image");
    }
  }

  @Test
  void whatIsWrittenInLaterIsNotJudged() {
    assertThat(told("{value}")).isEmpty();
  }

  @Test
  void theImagesThatPeopleChooseAreToldAtTheirTag() {
    List<Diagnostic> found =
        inspect(
            Given.blueprint(
                Given.hub(),
                """
                singleuser:
                  image: {name: a/b, tag: latest}
                  profileList:
                  - kubespawner_override: {image: "c/d:dev"}
                    profile_options: {i: {choices: {x: {kubespawner_override: {image: c/e}}}}}
                """));

    assertThat(found)
        .extracting(problem -> problem.place().line() + ":" + problem.place().column())
        .containsExactly("2:27", "4:35", "5:71");
  }

  @Test
  void oneTagIsToldOnce() {
    String image = "{name: c, image: &i \"b:latest\"}";

    assertThat(
            inspect(
                Given.blueprint(),
                "{kind: Pod, metadata: {name: a}, spec: {containers: ["
                    + image
                    + "], initContainers: [{name: d, image: *i}]}}"))
        .hasSize(1);
  }
}
