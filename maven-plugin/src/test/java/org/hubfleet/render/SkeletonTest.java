package org.hubfleet.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.YamlReader;
import org.junit.jupiter.api.Test;

class SkeletonTest {
  private static final Origin CLUSTER = at("config/communities/lab/hub.yaml", 1);

  @Test
  void theSameTextIsFilledWithTheValuesOfEachHub() {
    Skeleton skeleton = Skeleton.of("a.ftl", "name: &v0 0 #@a.ftl:1\n");

    assertThat(json(skeleton, value("one"))).isEqualTo("{\"name\": \"one\"}");
    assertThat(json(skeleton, value("two"))).isEqualTo("{\"name\": \"two\"}");
  }

  @Test
  void aValueKeepsItsOriginAndFixedTextHasThatOfItsBlock() {
    OriginTable table = new OriginTable();
    Node name = value("lab");
    Origin opener = at("config/fleet.yaml", 7);
    String text =
        "name: %s #@a.ftl:1\n#>%s\nfixed: 1 #@a.ftl:3\n#<\n"
            .formatted(table.print(name), table.mark(opener));

    Mapping made = Skeleton.of("a.ftl", text).filled(table, CLUSTER).orElseThrow();

    assertThat(made.get("name").orElseThrow()).isSameAs(name);
    assertThat(made.keyOrigin("name").place()).isEqualTo(CLUSTER.place());
    Origin fixed = made.get("fixed").orElseThrow().origin();
    assertThat(fixed.place()).isEqualTo(opener.place());
    assertThat(fixed.also()).extracting(o -> o.place().toString()).containsExactly("shelf/a.ftl:3");
  }

  @Test
  void aFragmentIsLaidOverTheMapItStandsIn() {
    Skeleton skeleton = Skeleton.of("a.ftl", "a: 1 #@a.ftl:1\nb: 2 #@a.ftl:2\n$merge: &v0 0\n");

    assertThat(json(skeleton, yaml("{b: 3, c: 4}"))).isEqualTo("{\"a\": 1, \"b\": 3, \"c\": 4}");
  }

  @Test
  void aKeyOfAPersonsValueIsNeverTakenForAFragment() {
    Skeleton skeleton = Skeleton.of("a.ftl", "a: &v0 0 #@a.ftl:1\n");

    assertThat(json(skeleton, yaml("{$merge: 3}"))).isEqualTo("{\"a\": {\"$merge\": 3}}");
  }

  @Test
  void commentsAloneAreNoObject() {
    Skeleton skeleton = Skeleton.of("a.ftl", "\n#>o0\n#<\n");

    assertThat(skeleton.filled(new OriginTable(), CLUSTER)).isEmpty();
  }

  @Test
  void textThatIsNoYamlIsABugOfOurs() {
    assertThatThrownBy(() -> Skeleton.of("a.ftl", "a: [\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.ftl printed no YAML");
  }

  private static String json(Skeleton skeleton, Node value) {
    OriginTable table = new OriginTable();
    table.print(value);
    Mapping made = skeleton.filled(table, CLUSTER).orElseThrow();
    return JsonWriter.write(made)
        .replaceAll("\\n *", " ")
        .replace("{ ", "{")
        .replace(" }", "}")
        .strip();
  }

  private static Node value(String text) {
    return Scalar.string(text, at("config/communities/lab/hub.yaml", 3));
  }

  private static Node yaml(String text) {
    return YamlReader.ofOurs().read("test", text, Layer.HUB).value().orElseThrow();
  }

  private static Origin at(String file, int line) {
    return Origin.at(new Place(file, line, 0), Layer.HUB);
  }
}
