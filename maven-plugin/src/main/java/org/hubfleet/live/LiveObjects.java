package org.hubfleet.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hubfleet.compare.ObjectKey;
import org.hubfleet.source.Mapping;
import tools.jackson.databind.JsonNode;

/**
 * The objects of a cluster that were asked for. Those that Flux has applied are listed kind by
 * kind, which is one question where a hundred hubs would be thousands; what is not among them is
 * asked for by name.
 */
final class LiveObjects {
  private static final String OF_FLUX = "kustomize.toolkit.fluxcd.io/name";
  private static final int PAGE = 500;

  private final ApiServer server;
  private final Kinds kinds;
  private final Map<ObjectKey, Mapping> found = new HashMap<>();
  private final SortedSet<String> hidden = new TreeSet<>();

  LiveObjects(ApiServer server) {
    this.server = server;
    this.kinds = new Kinds(server);
  }

  /** Reads them. */
  void read(Collection<Mapping> wanted) throws IOException {
    Map<Kinds.Kind, List<Mapping>> byKind = new LinkedHashMap<>();
    for (Mapping object : wanted) {
      Optional<Kinds.Kind> kind = kinds.of(object);
      kind.ifPresent(k -> byKind.computeIfAbsent(k, any -> new ArrayList<>()).add(object));
    }
    for (Map.Entry<Kinds.Kind, List<Mapping>> kind : byKind.entrySet()) {
      try {
        list(kind.getKey(), kind.getValue().get(0));
        for (Mapping object : kind.getValue()) {
          single(kind.getKey(), object);
        }
      } catch (ApiServer.NotAllowed refused) {
        if (refused.isStranger()) {
          throw refused;
        }
        hidden.add(kind.getKey().plural());
        kind.getValue().forEach(object -> ObjectKey.of(object).ifPresent(found::remove));
      }
    }
  }

  private void list(Kinds.Kind kind, Mapping like) throws IOException {
    Map<String, String> query = new HashMap<>();
    query.put("labelSelector", OF_FLUX);
    query.put("limit", Integer.toString(PAGE));
    String next = "";
    do {
      query.put("continue", next);
      if (next.isEmpty()) {
        query.remove("continue");
      }
      Optional<JsonNode> page = server.get(kind.all(), query);
      next = "";
      if (page.isPresent()) {
        page.get().path("items").forEach(item -> add(typed(LiveTree.of(item), like)));
        next = page.get().path("metadata").path("continue").asString("");
      }
    } while (!next.isEmpty());
  }

  /** Items of a list do not say what they are. */
  private static Mapping typed(Mapping item, Mapping like) {
    return item.with("apiVersion", like.get("apiVersion").orElseThrow())
        .with("kind", like.get("kind").orElseThrow());
  }

  private void single(Kinds.Kind kind, Mapping wanted) throws IOException {
    ObjectKey key = ObjectKey.of(wanted).orElseThrow();
    if (!found.containsKey(key)) {
      server
          .get(kind.one(key.namespace(), key.name()), Map.of())
          .map(LiveTree::of)
          .ifPresent(this::add);
    }
  }

  private void add(Mapping object) {
    ObjectKey.of(object).ifPresent(key -> found.put(key, object));
  }

  /** The live object of that key. */
  Optional<Mapping> get(ObjectKey key) {
    return Optional.ofNullable(found.get(key));
  }

  /** Whether objects of that kind could not be looked at. */
  boolean isHidden(Mapping wanted) throws IOException {
    return kinds.of(wanted).filter(kind -> hidden.contains(kind.plural())).isPresent();
  }

  /** The kinds that could not be looked at, in the plural. */
  SortedSet<String> hidden() {
    return hidden;
  }
}
