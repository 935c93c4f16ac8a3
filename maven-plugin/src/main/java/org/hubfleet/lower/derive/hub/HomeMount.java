package org.hubfleet.lower.derive.hub;

import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** Where and of which volume a server has its home. */
final class HomeMount {
  private static final String STORAGE = "singleuser.storage.";

  private HomeMount() {}

  /** A VolumeMount; absent where homes are not kept. */
  static Optional<Mapping> of(Values values) {
    String dynamic = STORAGE + "dynamic.volumeNameTemplate";
    return switch (values.string(STORAGE + "type").orElse("")) {
      case "dynamic" ->
          Optional.of(
              mount(
                  values.text(values.string(dynamic).orElse("home"), dynamic),
                  values.node(STORAGE + "dynamic.subPath"),
                  values));
      case "static" ->
          Optional.of(
              mount(
                  Scalar.string("home", values.origin(STORAGE + "type")),
                  values.node(STORAGE + "static.subPath"),
                  values));
      default -> Optional.empty();
    };
  }

  private static Mapping mount(Scalar name, Optional<Node> subPath, Values values) {
    return Mapping.builder(values.origin(STORAGE + "homeMountPath"))
        .put("name", name)
        .put("mountPath", values.node(STORAGE + "homeMountPath"))
        .put("subPath", subPath)
        .build();
  }
}
