package org.hubfleet.shelf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;

/**
 * The distributions that the plugin brings along, each version in a folder of its own: {@code
 * distributions/<name>/<major.minor>/distribution.yaml} on the shelf.
 */
public final class ShippedDistributions {
  private static final Pattern FILE =
      Pattern.compile("distributions/([a-z][a-z0-9-]*)/([0-9]+\\.[0-9]+)/distribution\\.yaml");
  private static final Comparator<String> BY_NUMBER =
      Comparator.<String>comparingInt(version -> number(version, 0))
          .thenComparingInt(version -> number(version, 1));

  private final Shelf shelf;
  private final SortedMap<String, List<String>> versions = new TreeMap<>();

  /** Those on that shelf. */
  public ShippedDistributions(Shelf shelf) {
    this.shelf = shelf;
    for (String file : shelf.files("distributions", "/distribution.yaml")) {
      Matcher parts = FILE.matcher(file);
      if (!parts.matches()) {
        throw new IllegalStateException("no distribution of a version: " + file);
      }
      versions.computeIfAbsent(parts.group(1), name -> new ArrayList<>()).add(parts.group(2));
    }
    versions.values().forEach(all -> all.sort(BY_NUMBER));
  }

  /** Their names, sorted. */
  public List<String> names() {
    return List.copyOf(versions.keySet());
  }

  /** The versions of one of them as {@code major.minor}, oldest first; empty for another name. */
  public List<String> versions(String name) {
    return List.copyOf(versions.getOrDefault(name, List.of()));
  }

  /** Its newest version; absent for a name that is not shipped. */
  public Optional<String> newest(String name) {
    List<String> all = versions(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Where a version lies, relative to the shelf. */
  public String file(String name, String version) {
    return "distributions/" + name + "/" + version + "/distribution.yaml";
  }

  /** What a version says; throws {@link IllegalStateException} when there is no such version. */
  public Mapping tree(String name, String version) {
    return shelf.tree(file(name, version), Layer.DISTRIBUTION);
  }

  private static int number(String version, int part) {
    return Integer.parseInt(version.split("\\.")[part]);
  }
}
