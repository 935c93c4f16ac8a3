package org.hubfleet.model.pool;

/**
 * The cards of a node.
 *
 * @param type as people say it, such as {@code t4}
 * @param count of cards on a node
 * @param shares of one card that servers get, 1 where a card is not shared
 */
public record Gpu(String type, int count, int shares) {
  /** The resource that pods ask for. */
  public static final String RESOURCE = "nvidia.com/gpu";

  /** How many servers with one share each a node has cards for. */
  public int perNode() {
    return count * shares;
  }
}
