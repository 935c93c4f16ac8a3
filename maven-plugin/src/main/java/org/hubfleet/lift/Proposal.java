package org.hubfleet.lift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.ValuePath;

/**
 * Lines of the hub language in place of values under {@code overrides}.
 *
 * @param capability the key that they begin with
 * @param lines as in a hub file
 * @param said the values that they stand for, paths of keys below {@code jupyterhub}
 * @param elsewhere single values that the lines say at another path, from the one to the other
 */
public record Proposal(
    String capability, Mapping lines, List<ValuePath> said, Map<ValuePath, ValuePath> elsewhere) {
  public Proposal {
    said = List.copyOf(said);
    elsewhere = new LinkedHashMap<>(elsewhere);
  }

  /** Whether they say something at another path. */
  public boolean isMoved() {
    return elsewhere.entrySet().stream().anyMatch(one -> !one.getKey().equals(one.getValue()));
  }

  /** Lines that say values at the paths where they stand, which are dotted plain keys. */
  public static Proposal of(String capability, Mapping lines, String... said) {
    List<ValuePath> paths = new ArrayList<>();
    for (String path : said) {
      paths.add(ValuePath.parse(path).orElseThrow());
    }
    return new Proposal(capability, lines, paths, Map.of());
  }
}
