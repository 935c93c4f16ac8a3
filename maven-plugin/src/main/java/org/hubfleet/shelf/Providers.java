package org.hubfleet.shelf;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/** The providers that cluster files may name: {@code providers/} and {@code machines/}. */
public final class Providers {
  private static final String FOLDER = "providers";
  private static final String ENDING = ".yaml";

  private final Map<String, Provider> byName = new TreeMap<>();

  /** Reads the shelf. */
  public Providers(Shelf shelf) {
    for (String file : shelf.files(FOLDER, ENDING)) {
      String name = file.substring(FOLDER.length() + 1, file.length() - ENDING.length());
      String table = "machines/" + name + ENDING;
      Mapping facts = shelf.tree(file, Layer.COMPILER);
      Mapping machines =
          shelf.has(table)
              ? shelf.tree(table, Layer.COMPILER).get("types").flatMap(Node::mapping).orElseThrow()
              : Mapping.empty(facts.origin());
      byName.put(name, new Provider(name, facts, machines));
    }
  }

  /**
   * That of a name; {@code other} stands in for a name that is none, which is reported elsewhere.
   */
  public Provider of(String name) {
    return Optional.ofNullable(byName.get(name)).orElseGet(() -> byName.get("other"));
  }

  /** All of them, sorted by name. */
  public Iterable<Provider> all() {
    return byName.values();
  }
}
