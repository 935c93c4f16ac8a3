package org.hubfleet.e2e.api.agreement;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A place in objects of a kind.
 *
 * @param path fields by name; {@code []} is a list's item, {@code *} a map's value
 * @param scope the definition that the place belongs to, and the path below it: kinds that share a
 *     definition share the scope
 */
record Site(List<String> path, String scope, Facets facets) {
  static final String ITEM = "[]";
  static final String VALUE = "*";

  String text() {
    return path.stream().collect(Collectors.joining(".")).replace(".[]", "[]");
  }
}
