package org.hubfleet.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.model.Hub;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlWriter;

/**
 * Lays out objects as files.
 *
 * <p>{@code <cluster>/hubs/<hub>/<component>.yaml} holds the namespaced objects of a hub, beside
 * them a {@code kustomization.yaml} that lists the files and {@code .owned.yaml} with their
 * digests, and {@code continuity.yaml}, which is no object; {@code first/} below it, laid out
 * alike, what has to be done before; {@code <cluster>/platform/<hub>.yaml} what is cluster-scoped
 * or above the hub; {@code <cluster>/provision/<hub>.yaml} what has to exist outside of the
 * cluster, plain data that nothing applies; {@code <cluster>/flux/} what that cluster's Flux reads;
 * {@code .hubs.yaml} the top-level paths owned here.
 */
public final class Layout {
  /** The file that names the top-level paths owned here. */
  static final String MARKER = ".hubs.yaml";

  /** The file that names the files of its folder that are owned here. */
  static final String OWNED = ".owned.yaml";

  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final String CONTINUITY = "continuity.yaml";
  private static final String ABOUT_CONTINUITY =
      "# How a person's name leads to what that person keeps. Deployments compare it.\n";
  private static final String PROVISION = "/provision/";
  private static final String ABOUT_PROVISION =
      "# What has to exist outside of the cluster for this hub. Nothing applies this file: it is"
          + " for whoever\n"
          + "# makes buckets and identities, with whatever tool.\n";
  private static final String HUBS = "hubs/";
  private static final Set<String> ALERTS = Set.of("Alert", "Provider");
  private static final Origin OURS = Origin.at(Place.ofFile("generated"), Layer.COMPILER);

  private Layout() {}

  /** The files of one hub. */
  public static SortedMap<String, String> hub(
      Blueprint blueprint, List<Manifest> manifests, List<EncryptedSecret> secrets) {
    Hub hub = blueprint.hub();
    Map<String, List<Manifest>> byFile = new TreeMap<>();
    for (Manifest manifest : manifests) {
      byFile.computeIfAbsent(file(hub, manifest), f -> new ArrayList<>()).add(manifest);
    }
    SortedMap<String, String> files = new TreeMap<>();
    byFile.forEach((file, objects) -> files.put(file, documents(objects)));
    boolean inTwo = manifests.stream().anyMatch(Manifest::goesFirst);
    for (EncryptedSecret secret : secrets) {
      String folder = inTwo && secret.isPullSecret() ? firstFolder(hub) : folder(hub);
      files.put(folder + "secret-" + secret.name() + ".yaml", secret.file().text());
    }
    List<String> folders = inTwo ? List.of(folder(hub), firstFolder(hub)) : List.of(folder(hub));
    folders.forEach(
        folder -> files.put(folder + KUSTOMIZATION, kustomization(names(folder, files))));
    blueprint
        .context()
        .get("continuity")
        .ifPresent(
            tree -> files.put(folder(hub) + CONTINUITY, ABOUT_CONTINUITY + YamlWriter.write(tree)));
    folders.forEach(folder -> files.put(folder + OWNED, owned(folder, files)));
    blueprint
        .context()
        .get("provision")
        .flatMap(Node::mapping)
        .ifPresent(tree -> files.put(provisionFile(hub), provision(hub, tree)));
    return files;
  }

  /** The names of the files that lie in a folder, not below it. */
  private static List<String> names(String folder, SortedMap<String, String> files) {
    return files.keySet().stream()
        .filter(file -> file.startsWith(folder))
        .map(file -> file.substring(folder.length()))
        .filter(name -> !name.contains("/"))
        .toList();
  }

  private static String firstFolder(Hub hub) {
    return folder(hub) + "first/";
  }

  /** The folder of a hub's namespaced objects, ending in a slash. */
  public static String folder(Hub hub) {
    return hub.cluster().name() + "/hubs/" + hub.id() + "/";
  }

  /** The file that a hub's cluster-scoped objects go to. */
  public static String platformFile(Hub hub) {
    return hub.cluster().name() + "/platform/" + hub.id() + ".yaml";
  }

  /** The file that says what has to exist outside of the cluster for a hub. */
  public static String provisionFile(Hub hub) {
    return hub.cluster().name() + PROVISION + hub.id() + ".yaml";
  }

  private static String provision(Hub hub, Mapping tree) {
    Mapping.Builder whole =
        Mapping.builder(OURS)
            .put("hub", hub.id())
            .put("cluster", hub.cluster().name())
            .put("provider", hub.cluster().provider())
            .put("namespace", hub.namespace());
    tree.entries().forEach((key, entry) -> whole.put(key, entry.value()));
    return ABOUT_PROVISION + YamlWriter.write(whole.build());
  }

  /** The file that tells a cluster's Flux what to apply of a hub. */
  public static String fluxFile(Hub hub) {
    return hub.cluster().name() + "/flux/" + HUBS + hub.id() + ".yaml";
  }

  /** The files of the objects above the hubs of a cluster, by purpose. */
  public static SortedMap<String, String> cluster(Cluster cluster, List<Manifest> manifests) {
    Map<String, List<Manifest>> byFile = new TreeMap<>();
    for (Manifest manifest : manifests) {
      boolean alert = ALERTS.contains(manifest.kind());
      String file = cluster.name() + "/flux/" + (alert ? "alerts.yaml" : "cluster.yaml");
      byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(manifest);
    }
    SortedMap<String, String> files = new TreeMap<>();
    byFile.forEach((file, objects) -> files.put(file, documents(objects)));
    return files;
  }

  /**
   * The files above hubs: a kustomization for each cluster's platform and for what its Flux reads,
   * with the names of their files (without digests, so that a run about one hub leaves the list as
   * it is), and the list of owned top-level paths.
   */
  public static SortedMap<String, String> fleet(
      String version, List<String> clusters, SortedMap<String, String> others) {
    SortedMap<String, String> files = new TreeMap<>();
    for (String cluster : clusters) {
      String flux = cluster + "/flux/";
      List<String> hubs = names(flux + HUBS, others);
      List<String> own = names(flux, others);
      List<String> all = Stream.concat(own.stream(), hubs.stream().map(HUBS::concat)).toList();
      list(flux, all, own, files);
      list(flux + HUBS, List.of(), hubs, files);
      List<String> platform = names(cluster + "/platform/", others);
      list(cluster + "/platform/", platform, platform, files);
      list(cluster + PROVISION, List.of(), names(cluster + PROVISION, others), files);
    }
    Mapping marker =
        Mapping.builder(OURS).put("compiler", version).put("owns", list(clusters)).build();
    files.put(MARKER, YamlWriter.write(marker));
    return files;
  }

  /** Puts in what lists the files of a folder: for kustomize, and for whoever owns them. */
  private static void list(
      String folder, List<String> applied, List<String> own, SortedMap<String, String> files) {
    List<String> owned = new ArrayList<>(own);
    if (!applied.isEmpty()) {
      files.put(folder + KUSTOMIZATION, kustomization(applied));
      owned.add(KUSTOMIZATION);
    }
    if (!owned.isEmpty()) {
      files.put(
          folder + OWNED,
          YamlWriter.write(Mapping.builder(OURS).put("files", list(owned)).build()));
    }
  }

  /** The file that an object of a hub goes to. */
  public static String file(Hub hub, Manifest manifest) {
    if (manifest.isForFlux() && manifest.kind().equals("Kustomization")) {
      return fluxFile(hub);
    }
    String folder = manifest.goesFirst() ? firstFolder(hub) : folder(hub);
    return KindOrder.isAboveAHub(manifest)
        ? platformFile(hub)
        : folder + manifest.component() + ".yaml";
  }

  private static String documents(List<Manifest> manifests) {
    StringBuilder text = new StringBuilder();
    for (Manifest manifest : manifests.stream().sorted(KindOrder.COMPARATOR).toList()) {
      text.append(text.isEmpty() ? "" : "---\n");
      YamlWriter.write(manifest.object(), text);
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
          String name = file.startsWith(folder) ? file.substring(folder.length()) : "/";
          if (!name.contains("/")) {
            digests.put(name, Digest.of(text));
          }
        });
    return YamlWriter.write(Mapping.builder(OURS).put("files", digests.build()).build());
  }
}
