package org.hubfleet.shelf;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The vocabulary of each Kubernetes minor, composed when first asked for. Safe for threads. */
public final class Vocabularies {
  private final Shelf shelf;
  private final TraitCatalogue traits;
  private final List<String> minors;
  private final Map<String, Vocabulary> byMinor = new ConcurrentHashMap<>();

  /** Those of the shelf. */
  public Vocabularies(Shelf shelf) {
    this.shelf = shelf;
    this.traits = new TraitCatalogue(shelf);
    this.minors = KubernetesBundle.minors(shelf);
  }

  /** The vocabulary of a minor; throws {@link IllegalStateException} when it has no bundle. */
  public Vocabulary of(String minor) {
    return byMinor.computeIfAbsent(
        minor, m -> new Vocabulary(shelf, KubernetesBundle.of(shelf, m), traits));
  }

  /** The minor in the middle of those known, for values that are on no cluster yet. */
  public String middle() {
    return minors.get(minors.size() / 2);
  }

  /** The classes and traits behind {@code jupyterhub.hub.config}. */
  public TraitCatalogue traits() {
    return traits;
  }
}
