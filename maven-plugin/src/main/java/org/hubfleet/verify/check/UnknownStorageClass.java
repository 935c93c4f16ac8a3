package org.hubfleet.verify.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.Nearest;
import org.hubfleet.source.Mapping;
import org.hubfleet.verify.object.Complaint;

/**
 * A claim names a storage class that its cluster does not have; it would wait for ever. Known are
 * the classes the cluster file lists, emitted ones and expected ones; where the file lists none
 * nothing is said.
 */
final class UnknownStorageClass implements ManifestCheck {
  private static final RuleName RULE = RuleName.of("hub/unknown-storage-class");

  @Override
  public List<Diagnostic> inspect(HubObjects objects) {
    Map<String, Mapping.Entry> listed =
        Pod.map(objects.hub().cluster().tree(), "storage.classes").entries();
    Inventory inventory = objects.inventory();
    List<Diagnostic> found = new ArrayList<>();
    for (StorageUse use : StorageUse.of(objects.blueprint(), objects.manifests())) {
      String name = use.name().orElse("");
      if (!listed.isEmpty()
          && !name.isEmpty()
          && !listed.containsKey(name)
          && !inventory.has("StorageClass", name)) {
        found.add(
            Complaint.error(
                    objects.hub(),
                    use.origin(),
                    RULE,
                    "the cluster \""
                        + objects.hub().cluster().name()
                        + "\" has no storage class \""
                        + name
                        + "\" for "
                        + use.what())
                .hint(
                    Nearest.to(name, listed.keySet())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("its classes are " + String.join(", ", listed.keySet()))));
      }
    }
    return found;
  }
}
