package org.hubfleet.lower.derive;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * {@code context.images.<name>}: {@code name:tag} of each image, such as {@code
 * quay.io/jupyterhub/k8s-hub:4.4.0}; just the name where the tag is empty.
 *
 * <p>Its origin leads to whichever of name and tag is said by the strongest layer.
 */
final class Images implements Derivation {
  /** The image by that name stands at that path of the values. */
  private record Place(String name, String path) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("hub", "hub.image"),
          new Place("chp", "proxy.chp.image"),
          new Place("traefik", "proxy.traefik.image"),
          new Place("secret-sync", "proxy.secretSync.image"),
          new Place("user-scheduler", "scheduling.userScheduler.image"),
          new Place("user-placeholder", "scheduling.userPlaceholder.image"),
          new Place("puller-pause", "prePuller.pause.image"),
          new Place("image-awaiter", "prePuller.hook.image"),
          new Place("singleuser", "singleuser.image"),
          new Place("network-tools", "singleuser.networkTools.image"));

  @Override
  public String key() {
    return "images";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Mapping.Builder images = Mapping.builder(values.hub().clusterOrigin());
    for (Place place : PLACES) {
      images.put(place.name(), of(values, place.path()));
    }
    return images.build();
  }

  private static Scalar of(Values values, String path) {
    String name = values.string(path + ".name").orElse("");
    Optional<String> tag = values.string(path + ".tag").filter(text -> !text.isEmpty());
    Origin origin = Origin.of(List.of(values.origin(path + ".tag"), values.origin(path + ".name")));
    return Scalar.string(tag.map(text -> name + ":" + text).orElse(name), origin);
  }
}
