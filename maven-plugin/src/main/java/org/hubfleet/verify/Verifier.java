package org.hubfleet.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.Cluster;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.render.Manifest;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.verify.check.HubObjects;
import org.hubfleet.verify.check.ManifestCheck;
import org.hubfleet.verify.object.Home;
import org.hubfleet.verify.object.ObjectCheck;
import org.hubfleet.verify.reach.NotAsSaid;

/** Checks objects as strictly as their cluster would. Safe for threads. */
public final class Verifier {
  private final Map<String, ObjectCheck> byMinor = new TreeMap<>();
  private final List<ManifestCheck> checks = ManifestCheck.all();

  /** Reads the bundles of the minors given. */
  public Verifier(Shelf shelf, List<String> minors) {
    for (String minor : minors) {
      byMinor.put(minor, new ObjectCheck(KubernetesBundle.of(shelf, minor)));
    }
  }

  /**
   * The same objects, with their problems and those of the hub's encrypted Secrets, sorted.
   *
   * @param secrets of that hub
   */
  public Outcome<List<Manifest>> verify(
      Blueprint blueprint, List<Manifest> manifests, List<EncryptedSecret> secrets) {
    ObjectCheck objects = byMinor.get(blueprint.hub().cluster().minor());
    List<Manifest> own =
        new ArrayList<>(manifests.stream().filter(manifest -> !manifest.isForFlux()).toList());
    secrets.forEach(secret -> own.add(new Manifest("secrets", secret.clear())));
    List<Diagnostic> problems = new ArrayList<>();
    Home hub = Home.of(blueprint.hub());
    for (Manifest manifest : own) {
      problems.addAll(objects.inspect(hub, manifest));
    }
    for (Manifest manifest : manifests.stream().filter(Manifest::isForFlux).toList()) {
      boolean right = manifest.kind().equals("Role") || manifest.kind().equals("RoleBinding");
      problems.addAll(objects.inspect(right ? hub : Home.ofFlux(hub.origin()), manifest));
    }
    HubObjects together = new HubObjects(blueprint, own);
    for (ManifestCheck check : checks) {
      problems.addAll(check.inspect(together));
    }
    problems.addAll(NotAsSaid.inspect(blueprint, own));
    return Outcome.of(manifests, problems.stream().distinct().sorted().toList());
  }

  /** The problems of the objects above the hubs of a cluster, sorted. */
  public List<Diagnostic> verify(Cluster cluster, List<Manifest> manifests) {
    ObjectCheck objects = byMinor.get(cluster.minor());
    return manifests.stream()
        .flatMap(
            manifest -> objects.inspect(Home.ofFlux(manifest.object().origin()), manifest).stream())
        .distinct()
        .sorted()
        .toList();
  }
}
