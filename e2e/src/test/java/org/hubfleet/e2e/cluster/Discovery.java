package org.hubfleet.e2e.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * The kinds that an API server has.
 *
 * @param kinds by {@code apiVersion/kind}
 */
public record Discovery(Map<String, Kind> kinds) {
  /**
   * One kind.
   *
   * @param path of its group and version
   * @param plural as it stands in paths
   */
  public record Kind(String path, String plural, boolean namespaced) {}

  /** Asks a server. */
  public static Discovery of(Api api) {
    Map<String, Kind> kinds = new HashMap<>();
    read(api, "/api/v1", "v1", kinds);
    for (Node group : items(api.get("/apis").tree(), "groups")) {
      for (Node version : items(group, "versions")) {
        String name = version.get("groupVersion").flatMap(Node::string).orElseThrow();
        read(api, "/apis/" + name, name, kinds);
      }
    }
    return new Discovery(Map.copyOf(kinds));
  }

  private static void read(Api api, String path, String version, Map<String, Kind> kinds) {
    for (Node one : items(api.get(path).tree(), "resources")) {
      String plural = one.get("name").flatMap(Node::string).orElseThrow();
      if (!plural.contains("/")) {
        kinds.put(
            version + "/" + one.get("kind").flatMap(Node::string).orElseThrow(),
            new Kind(path, plural, one.get("namespaced").filter(Node::isTrue).isPresent()));
      }
    }
  }

  private static List<Node> items(Node node, String key) {
    return node.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  /** One kind; absent when the server does not have it. */
  public Optional<Kind> kind(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(apiVersion + "/" + kind));
  }
}
