package org.hubfleet.verify.check;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.Cluster;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Node;
import org.hubfleet.verify.object.Complaint;

/**
 * Homes or the hub's database of a production cluster lie on a storage class that is not stated to
 * keep volumes: who deletes a claim deletes what people made. Emitted classes count as stated.
 */
final class LosableVolume implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/losable-volume");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    Cluster cluster = objects.hub().cluster();
    boolean production =
        cluster.fact("purpose").flatMap(Node::string).filter("production"::equals).isPresent();
    return !production
        ? List.of()
        : StorageUse.of(objects.blueprint(), objects.manifests()).stream()
            .filter(use -> !isRetained(className(use, cluster), cluster, objects.manifests()))
            .map(use -> problem(use, className(use, cluster), objects.blueprint()))
            .toList();
  }

  private static Optional<String> className(StorageUse use, Cluster cluster) {
    return use.name().or(() -> cluster.fact("storage.default").flatMap(Node::string));
  }

  private static boolean isRetained(
      Optional<String> name, Cluster cluster, List<Manifest> manifests) {
    Optional<String> stated =
        name.flatMap(
            n ->
                Pod.map(cluster.tree(), "storage.classes")
                    .get(n)
                    .flatMap(c -> c.get("reclaimPolicy"))
                    .flatMap(Node::string));
    Optional<String> emitted =
        manifests.stream()
            .filter(manifest -> manifest.kind().equals("StorageClass"))
            .filter(manifest -> name.filter(manifest.name()::equals).isPresent())
            .findFirst()
            .map(manifest -> Pod.text(manifest.object(), "reclaimPolicy"));
    return stated.or(() -> emitted).filter("Retain"::equals).isPresent();
  }

  private static Diagnostic problem(StorageUse use, Optional<String> name, Blueprint blueprint) {
    String file = "config/clusters/" + blueprint.hub().cluster().name() + ".yaml";
    return Complaint.warning(
            blueprint.hub(),
            use.origin(),
            RULE,
            use.what()
                + " of a production hub "
                + name.map(n -> "take the storage class \"" + n + "\"")
                    .orElse("take the cluster's default storage class")
                + ", which "
                + file
                + " does not state to be Retain")
        .hint(
            "volumes that go with their claims lose people's work: write \"storage: {classes: {"
                + name.orElse("<class>")
                + ": {reclaimPolicy: Retain}}}\" in "
                + file
                + " once it is true");
  }
}
