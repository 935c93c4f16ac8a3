package org.hubfleet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PackedTreeTest {
  @Test
  void aTreeIsTheSameAfterPackingPlacesIncluded() {
    Node tree =
        read(
            """
            text: "ünïcode \\U0001F600"
            empty: ""
            "a.key with: signs": [1, -2.5, true, null, [], {}]
            block: |
              two
              lines
            deep: {a: {b: [{c: d}]}}
            """);

    assertThat(unpacked(tree)).isEqualTo(tree);
  }

  @Test
  void aValueUsedTwiceIsThereTwice() {
    Node tree = read("one: &same {a: 1}\ntwo: *same\n");

    assertThat(unpacked(tree)).isEqualTo(tree);
  }

  @Test
  void fileAndLayerAreThoseOfWhoeverUnpacks() {
    byte[] bytes = PackedTree.pack(read("a: 1\n"));

    Node tree = PackedTree.unpack(ByteBuffer.wrap(bytes), "other.yaml", Layer.HUB);

    assertThat(tree.get("a").orElseThrow().origin().layer()).isEqualTo(Layer.HUB);
    assertThat(tree.get("a").orElseThrow().origin().place()).hasToString("other.yaml:1:4");
  }

  private static Node read(String text) {
    return YamlReader.ofOurs().read("file.yaml", text, Layer.UPSTREAM).value().orElseThrow();
  }

  private static Node unpacked(Node tree) {
    byte[] bytes = PackedTree.pack(tree);
    return PackedTree.unpack(ByteBuffer.wrap(bytes), "file.yaml", Layer.UPSTREAM);
  }
}
