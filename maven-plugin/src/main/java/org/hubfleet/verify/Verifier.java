package org.hubfleet.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.lower.Blueprint;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.render.Manifest;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.verify.check.ManifestCheck;
import org.hubfleet.verify.object.ObjectCheck;

/** Checks the objects of one hub as strictly as its cluster would. Safe for threads. */
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
    List<Manifest> all = new ArrayList<>(manifests);
    secrets.forEach(secret -> all.add(new Manifest("secrets", secret.clear())));
    List<Diagnostic> problems = new ArrayList<>();
    for (Manifest manifest : all) {
      problems.addAll(objects.inspect(blueprint.hub(), manifest));
    }
    for (ManifestCheck check : checks) {
      problems.addAll(check.inspect(blueprint, all));
    }
    return Outcome.of(manifests, problems.stream().distinct().sorted().toList());
  }
}
