package org.hubfleet.lower.derive.hub;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.Files;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * {@code context.files.hub} and {@code context.files.singleuser}: whether they are kept {@code
 * inConfigMap} or {@code inSecret} (the departure files-in-config-map decides), {@code data} and
 * {@code binaryData} of that object, {@code sources} of the projected volume, {@code mounts}.
 */
public final class ExtraFiles implements Derivation {
  @Override
  public String key() {
    return "files";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    return Mapping.builder(values.hub().clusterOrigin())
        .put("hub", of(values, "hub.extraFiles", "hub-files", problems))
        .put("singleuser", of(values, "singleuser.extraFiles", "singleuser", problems))
        .build();
  }

  private static Mapping of(Values values, String path, String object, List<Diagnostic> problems) {
    boolean departs = values.hub().departs("files-in-config-map");
    Files.Keeper keeper = departs ? Files.Keeper.CONFIG_MAP : Files.Keeper.SECRET;
    Files files = Files.of(values, path, keeper, values.name(object), problems);
    return Mapping.builder(values.origin(path))
        .put("inConfigMap", Scalar.bool(departs && files.isKept(), values.origin(path)))
        .put("inSecret", Scalar.bool(!departs && files.isKept(), values.origin(path)))
        .put("data", files.data())
        .put("binaryData", files.binaryData())
        .put("sources", files.sources())
        .put("mounts", files.mounts())
        .build();
  }
}
