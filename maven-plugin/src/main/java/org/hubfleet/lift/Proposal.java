package org.hubfleet.lift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.ValuePath;

/**
 * Lines of the hub language in place of values under {@code overrides}.
 *
 * @param capability the key that they begin with
 * @param lines as in a hub file
 * @param said the values that they stand for, paths of keys below {@code jupyterhub}
 * @param elsewhere single values that the lines say at another path, from the one to the other
 * @param left values below {@code jupyterhub} that stay under {@code overrides}, beside the lines
 * @param isPart whether it says only a part of what it stands for, which is good to measure by
 */
public record Proposal(
    String capability,
    Mapping lines,
    List<ValuePath> said,
    Map<ValuePath, ValuePath> elsewhere,
    Optional<Mapping> left,
    boolean isPart) {
  public Proposal {
    said = List.copyOf(said);
    elsewhere = new LinkedHashMap<>(elsewhere);
  }

  /** Lines that say all of some values, some of them at another path. */
  public Proposal(
      String capability, Mapping lines, List<ValuePath> said, Map<ValuePath, ValuePath> elsewhere) {
    this(capability, lines, said, elsewhere, Optional.empty(), false);
  }

  /** Lines that say values at the paths where they stand, but for some that stay. */
  public static Proposal leaving(
      String capability, Mapping lines, List<ValuePath> said, Optional<Mapping> left) {
    return new Proposal(capability, lines, said, Map.of(), left, false);
  }

  /** Lines that say a part of what stands at a path. */
  public static Proposal part(String capability, Mapping lines, ValuePath of) {
    return new Proposal(capability, lines, List.of(of), Map.of(), Optional.empty(), true);
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
