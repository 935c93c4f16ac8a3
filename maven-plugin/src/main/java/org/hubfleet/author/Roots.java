package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * The values of the charts we compile, by root, found in values that stand plainly at the root,
 * below {@code jupyterhub}, or in one wrapping chart.
 *
 * @param tree with roots such as {@code jupyterhub} only
 * @param lost the roots that are not compiled here, one note each
 */
record Roots(Mapping tree, List<Note> lost) {
  private static final String HUB = "jupyterhub";
  private static final RuleName NO_VALUES = RuleName.of("import/no-hub-values");
  private static final RuleName TWO_PLACES = RuleName.of("import/two-places");

  Roots {
    lost = List.copyOf(lost);
  }

  /**
   * @param compiled the roots that a hub's overrides accept
   * @param words the keys below {@code jupyterhub}
   */
  static Outcome<Roots> in(Mapping merged, Set<String> compiled, Set<String> words) {
    List<String> wrappers =
        merged.entries().keySet().stream()
            .filter(key -> merged.get(key).flatMap(n -> n.get(HUB)).isPresent())
            .toList();
    boolean below = merged.get(HUB).isPresent();
    if (wrappers.size() + (below ? 1 : 0) > 1) {
      return twoPlaces(merged, below ? HUB : wrappers.get(0) + "." + HUB, wrappers);
    }
    if (below) {
      return Outcome.of(split(merged, merged, "", compiled));
    }
    if (wrappers.size() == 1) {
      String wrapper = wrappers.get(0);
      Mapping inside = merged.get(wrapper).flatMap(Node::mapping).orElseThrow();
      return Outcome.of(split(merged, inside, wrapper, compiled));
    }
    if (merged.entries().keySet().stream().anyMatch(words::contains)) {
      return Outcome.of(
          new Roots(Mapping.builder(merged.origin()).put(HUB, merged).build(), List.of()));
    }
    return Outcome.none(
        Diagnostic.error(
                Place.ofFile(merged.origin().place().file()),
                NO_VALUES,
                "these files hold no values of a JupyterHub")
            .hint("its values stand at the root, below jupyterhub, or one chart deeper"));
  }

  private static Outcome<Roots> twoPlaces(Mapping merged, String first, List<String> wrappers) {
    String second = wrappers.get(wrappers.size() - 1);
    return Outcome.none(
        Diagnostic.error(
                merged.keyOrigin(second).place(),
                TWO_PLACES,
                "values of a hub stand below " + first + " and below " + second + "." + HUB)
            .hint("import the files of one hub, written for one chart"));
  }

  private static Roots split(Mapping outer, Mapping inner, String wrapper, Set<String> compiled) {
    List<Note> lost = new ArrayList<>();
    Mapping.Builder kept = Mapping.builder(inner.origin());
    for (Map.Entry<String, Mapping.Entry> root : inner.entries().entrySet()) {
      if (compiled.contains(root.getKey()) && root.getValue().value() instanceof Mapping) {
        kept.put(root.getKey(), root.getValue().key(), root.getValue().value());
      } else {
        lost.add(lost(root.getKey(), root.getValue()));
      }
    }
    if (!wrapper.isEmpty()) {
      outer.without(wrapper).entries().forEach((key, entry) -> lost.add(lost(key, entry)));
    }
    return new Roots(kept.build(), lost);
  }

  private static Note lost(String root, Mapping.Entry entry) {
    int values = TreeEdit.count(entry.value());
    return new Note(
        Note.Kind.LOST,
        entry.key().place(),
        root,
        values
            + (values == 1 ? " value" : " values")
            + " of another chart: what it installs is not compiled here and must go on being"
            + " installed as it is now");
  }
}
