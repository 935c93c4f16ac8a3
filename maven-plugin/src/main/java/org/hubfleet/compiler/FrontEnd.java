package org.hubfleet.compiler;

import java.util.Optional;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.model.Binder;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.LayerCheck;
import org.hubfleet.model.ShapeCheck;
import org.hubfleet.model.SoundKeys;
import org.hubfleet.shelf.CapabilityFolders;
import org.hubfleet.shelf.KubernetesBundle;
import org.hubfleet.shelf.Languages;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.shelf.ShippedDistributions;
import org.hubfleet.shelf.Vocabularies;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Sources;

/** The passes before hubs are looked at one by one: from a config folder to a fleet. */
final class FrontEnd {
  private final ConfigReader reader = new ConfigReader();
  private final ShapeCheck shapes;
  private final Binder binder;
  private final SoundKeys sound;
  private final LayerCheck layers;

  FrontEnd(Shelf shelf, Languages languages, Vocabularies vocabularies) {
    shapes = new ShapeCheck(languages);
    binder =
        new Binder(
            KubernetesBundle.minors(shelf),
            CapabilityFolders.of(shelf),
            new ShippedDistributions(shelf));
    sound = new SoundKeys(languages);
    layers = new LayerCheck(vocabularies);
  }

  /** The fleet with its links resolved, and what is wrong with its files. */
  Outcome<Fleet> bind(Request request) {
    return bind(reader.read(request.config(), request.drafts()), request.date());
  }

  /**
   * The same of files that were read already.
   *
   * @param date in place of the fleet's own
   */
  Outcome<Fleet> bind(Outcome<Sources> sources, Optional<String> date) {
    return sources
        .then(shapes::check)
        .then(binder::bind)
        .then(sound::check)
        .then(fleet -> Outcome.of(date.map(fleet::on).orElse(fleet).dated().furnished().staffed()))
        .then(layers::check);
  }
}
