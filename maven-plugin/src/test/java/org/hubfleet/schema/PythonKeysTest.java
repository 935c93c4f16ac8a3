package org.hubfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PythonKeysTest {
  @ParameterizedTest
  @CsvSource({
    "name, name",
    "mountPath, mount_path",
    "hostIPC, host_ipc",
    "setHostnameAsFQDN, set_hostname_as_fqdn",
    "awsElasticBlockStore, aws_elastic_block_store"
  })
  void keyIsSpelledAsThePythonClientDoes(String key, String spelled) {
    assertThat(PythonKeys.spelled(key)).isEqualTo(spelled);
  }

  @Test
  void eitherSpellingOfARequiredKeyWillDo() {
    ObjectNode defs =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(
                    """
                    {"Mount": {"type": "object", "additionalProperties": false,
                      "required": ["mountPath"], "properties": {"mountPath": {"type": "string"}}}}
                    """);

    ObjectNode document = JsonMapper.shared().createObjectNode();
    document.put("$ref", "#/$defs/" + PythonKeys.form("Mount", defs));
    document.set("$defs", defs);
    Shape shape = Shape.of(document);

    assertThat(shape.violations(JsonMapper.shared().readTree("{\"mountPath\": \"/a\"}"))).isEmpty();
    assertThat(shape.violations(JsonMapper.shared().readTree("{\"mount_path\": \"/a\"}")))
        .isEmpty();
    assertThat(shape.violations(JsonMapper.shared().readTree("{}"))).isNotEmpty();
  }
}
