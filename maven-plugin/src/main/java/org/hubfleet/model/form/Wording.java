package org.hubfleet.model.form;

import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * A name and what is said of it. KubeSpawner's own form shows the name alone, so both stand in it
 * there; the form with which people have images built has a place for each.
 *
 * @param both whether the form has a place for each
 */
public record Wording(boolean both) {
  /** Puts them under two keys of a choice. */
  public void put(
      Mapping.Builder choice,
      String nameKey,
      Node name,
      String descriptionKey,
      Optional<Node> description) {
    if (both || description.isEmpty()) {
      choice.put(nameKey, name).put(descriptionKey, description);
      return;
    }
    String text = name.string().orElse("") + ": " + description.get().string().orElse("");
    choice.put(nameKey, Scalar.string(text, name.origin().with(description.get().origin())));
  }
}
