package org.hubfleet.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlWriter;

/**
 * Lays out objects as files.
 *
 * <p>{@code <cluster>/hubs/<hub>/<component>.yaml} holds the namespaced objects of a hub, beside
 * them a {@code kustomization.yaml} that lists the files and {@code .owned.yaml} with their
 * digests; {@code <cluster>/platform/<hub>.yaml} what is cluster-scoped or above the hub; {@code
 * .hubs.yaml} the top-level paths owned here.
 */
public final class Layout {
  /** The file that names the top-level paths owned here. */
  static final String MARKER = ".hubs.yaml";

  /** The file that names the files of its folder that are owned here. */
  static final String OWNED = ".owned.yaml";

  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final Origin OURS = Origin.at(Place.ofFile("generated"), Layer.COMPILER);

  private Layout() {}

  /** The files of one hub. */
  public static SortedMap<String, String> hub(
      Hub hub, List<Manifest> manifests, List<EncryptedSecret> secrets) {
    Map<String, List<Manifest>> byFile = new TreeMap<>();
    for (Manifest manifest : manifests) {
      byFile.computeIfAbsent(file(hub, manifest), f -> new ArrayList<>()).add(manifest);
    }
    SortedMap<String, String> files = new TreeMap<>();
    byFile.forEach((file, objects) -> files.put(file, documents(objects)));
    String folder = folder(hub);
    for (EncryptedSecret secret : secrets) {
      files.put(folder + "secret-" + secret.name() + ".yaml", secret.file().text());
    }
    List<String> inFolder =
        files.keySet().stream()
            .filter(file -> file.startsWith(folder))
            .map(file -> file.substring(folder.length()))
            .toList();
    files.put(folder + KUSTOMIZATION, kustomization(inFolder));
    files.put(folder + OWNED, owned(folder, files));
    return files;
  }

  /** The folder of a hub's namespaced objects, ending in a slash. */
  public static String folder(Hub hub) {
    return hub.cluster().name() + "/hubs/" + hub.id() + "/";
  }

  /** The file that a hub's cluster-scoped objects go to. */
  public static String platformFile(Hub hub) {
    return hub.cluster().name() + "/platform/" + hub.id() + ".yaml";
  }

  /**
   * The files above hubs: a kustomization for each cluster's platform and the names of its files
   * (without digests, so that a run about one hub leaves the list as it is), and the list of owned
   * top-level paths.
   */
  public static SortedMap<String, String> fleet(
      String version, List<String> clusters, SortedMap<String, String> hubFiles) {
    SortedMap<String, String> files = new TreeMap<>();
    for (String cluster : clusters) {
      String folder = cluster + "/platform/";
      List<String> names =
          hubFiles.keySet().stream()
              .filter(file -> file.startsWith(folder))
              .map(file -> file.substring(folder.length()))
              .toList();
      if (!names.isEmpty()) {
        files.put(folder + KUSTOMIZATION, kustomization(names));
        List<String> owned = Stream.concat(names.stream(), Stream.of(KUSTOMIZATION)).toList();
        files.put(
            folder + OWNED,
            YamlWriter.write(Mapping.builder(OURS).put("files", list(owned)).build()));
      }
    }
    Mapping marker =
        Mapping.builder(OURS).put("compiler", version).put("owns", list(clusters)).build();
    files.put(MARKER, YamlWriter.write(marker));
    return files;
  }

  /** The file that an object of a hub goes to. */
  public static String file(Hub hub, Manifest manifest) {
    return KindOrder.isAboveAHub(manifest)
        ? platformFile(hub)
        : folder(hub) + manifest.component() + ".yaml";
  }

  private static String documents(List<Manifest> manifests) {
    StringBuilder text = new StringBuilder();
    for (Manifest manifest : manifests.stream().sorted(KindOrder.COMPARATOR).toList()) {
      text.append(text.isEmpty() ? "" : "---\n").append(YamlWriter.write(manifest.object()));
    }
    return text.toString();
  }

  private static String kustomization(List<String> names) {
    return YamlWriter.write(
        Mapping.builder(OURS)
            .put("apiVersion", "kustomize.config.k8s.io/v1beta1")
            .put("kind", "Kustomization")
            .put("resources", list(names))
            .build());
  }

  private static Sequence list(List<String> names) {
    return Sequence.of(
        names.stream().sorted().map(name -> Scalar.string(name, OURS)).toList(), OURS);
  }

  private static String owned(String folder, SortedMap<String, String> files) {
    Mapping.Builder digests = Mapping.builder(OURS);
    files.forEach(
        (file, text) -> {
          if (file.startsWith(folder)) {
            digests.put(file.substring(folder.length()), Digest.of(text));
          }
        });
    return YamlWriter.write(Mapping.builder(OURS).put("files", digests.build()).build());
  }
}
