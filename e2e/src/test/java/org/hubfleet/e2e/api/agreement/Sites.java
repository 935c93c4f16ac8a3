package org.hubfleet.e2e.api.agreement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** All places that the schema of a kind knows; a definition is not entered again inside itself. */
final class Sites {
  private final List<Site> found = new ArrayList<>();
  private final Deque<String> entered = new ArrayDeque<>();

  private Sites() {}

  /** The places of a kind, the object itself first, parents before children. */
  static List<Site> of(Facets root) {
    Sites sites = new Sites();
    sites.walk(new Site(List.of(), root.names().get(0), root));
    return sites.found;
  }

  private void walk(Site site) {
    found.add(site);
    Facets facets = site.facets();
    String scope = site.scope();
    List<String> names = facets.names().stream().filter(name -> isObject(facets, name)).toList();
    if (names.stream().anyMatch(entered::contains)) {
      return;
    }
    if (!names.isEmpty()) {
      scope = names.get(0);
    }
    names.forEach(entered::push);
    for (Map.Entry<String, Facets> field : facets.fields().entrySet()) {
      walk(below(site, scope, field.getKey(), field.getValue()));
    }
    String here = scope;
    facets.items().ifPresent(items -> walk(below(site, here, Site.ITEM, items)));
    facets.values().ifPresent(values -> walk(below(site, here, Site.VALUE, values)));
    names.forEach(name -> entered.pop());
  }

  private static boolean isObject(Facets facets, String name) {
    return facets.definitions().path(name).has("properties");
  }

  private static Site below(Site site, String scope, String step, Facets facets) {
    List<String> path = new ArrayList<>(site.path());
    path.add(step);
    return new Site(List.copyOf(path), scope + "." + step, facets);
  }
}
