package org.hubfleet.e2e.api.state;

import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/** Objects that a server has to refuse. */
final class Changed {
  private Changed() {}

  /** A workload that owns other pods than before. */
  static Node selector(Node workload) {
    String text =
        JsonWriter.write(workload).replaceAll("\"component\":\\s*\"hub\"", "\"component\":\"hob\"");
    return YamlReader.ofOurs().read("changed", text, Layer.COMPILER).value().orElseThrow();
  }

  /** A workload whose pods share the network of their node. */
  static Node hostNetwork(Node workload) {
    String text =
        JsonWriter.write(workload)
            .replaceAll("\"containers\":", "\"hostNetwork\":true,\"containers\":");
    return YamlReader.ofOurs().read("changed", text, Layer.COMPILER).value().orElseThrow();
  }
}
