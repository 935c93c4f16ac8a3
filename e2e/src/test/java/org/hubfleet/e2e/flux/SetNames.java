package org.hubfleet.e2e.flux;

import java.util.List;
import java.util.stream.Stream;
import org.hubfleet.source.Layer;
import org.hubfleet.source.YamlReader;

/** The Kustomizations of Flux in a file of objects. */
final class SetNames {
  private static final String KIND = "kustomize.toolkit.fluxcd.io/v1";

  private SetNames() {}

  static List<String> in(String file) {
    return Stream.of(file.split("(?m)^---$", -1))
        .flatMap(text -> YamlReader.ofOurs().read("set", text, Layer.COMPILER).value().stream())
        .filter(object -> FluxSet.text(object, "apiVersion").equals(KIND))
        .map(object -> FluxSet.text(object, "metadata.name"))
        .toList();
  }
}
