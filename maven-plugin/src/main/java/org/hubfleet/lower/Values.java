package org.hubfleet.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * A hub's upstream values while they are being derived from, with short ways to ask.
 *
 * <p>Paths are dotted plain keys below {@code jupyterhub}, such as {@code hub.db.type}. A null
 * counts as absent.
 *
 * @param context what was derived so far
 */
public record Values(Hub hub, Mapping context, Mapping jupyterhub) {
  /** The value at a path. */
  public Optional<Node> node(String path) {
    return jupyterhub.at(path).filter(node -> !node.isNull());
  }

  /** The string at a path. */
  public Optional<String> string(String path) {
    return node(path).flatMap(Node::string);
  }

  /** Whether the path holds true. */
  public boolean isTrue(String path) {
    return node(path).map(Node::isTrue).orElse(false);
  }

  /** The map at a path, empty when there is none. */
  public Mapping map(String path) {
    return node(path).flatMap(Node::mapping).orElseGet(() -> Mapping.empty(origin(path)));
  }

  /** The items of the list at a path, empty when there is none. */
  public List<Node> items(String path) {
    return node(path).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  /** The keys and values of the map at a path. */
  public Map<String, Mapping.Entry> entries(String path) {
    return map(path).entries();
  }

  /** Where the value at a path came from; where its nearest parent came from when it is absent. */
  public Origin origin(String path) {
    Node node = jupyterhub;
    Origin nearest = hub.clusterOrigin();
    for (String key : path.split("\\.", -1)) {
      Optional<Node> next = node.get(key);
      if (next.isEmpty()) {
        return nearest;
      }
      node = next.get();
      nearest = node.origin();
    }
    return nearest;
  }

  /** A string of that text whose origin is that of the value at a path. */
  public Scalar text(String text, String path) {
    return Scalar.string(text, origin(path));
  }

  /**
   * What was derived under a dotted path of {@code context}; throws {@link IllegalStateException}
   * when it was not.
   */
  public Node derived(String path) {
    return context
        .at(path)
        .orElseThrow(() -> new IllegalStateException("not derived yet: " + path));
  }

  /** The name of one of the hub's objects, such as {@code proxy-api}, as a located string. */
  public Scalar name(String object) {
    return (Scalar)
        derived("names")
            .get(object)
            .orElseThrow(() -> new IllegalStateException("no name for " + object));
  }

  /** The values with one more derivation. */
  Values with(String key, Node derived) {
    return new Values(hub, context.with(key, derived), jupyterhub);
  }
}
