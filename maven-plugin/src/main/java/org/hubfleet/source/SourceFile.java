package org.hubfleet.source;

import java.util.Optional;

/**
 * One file of the config folder.
 *
 * @param path relative to the folder that holds {@code config/}, with forward slashes
 * @param text as read, for excerpts
 * @param tree absent when the text could not be read as YAML
 */
public record SourceFile(Kind kind, String path, String text, Optional<Node> tree) {
  /** What a file is, told by its folder. */
  public enum Kind {
    FLEET,
    CLUSTER,
    DISTRIBUTION,
    COMMUNITY,
    HUB,
    SECRET;

    /** The layer its values belong to. */
    public Layer layer() {
      return switch (this) {
        case FLEET -> Layer.FLEET;
        case CLUSTER -> Layer.CLUSTER;
        case DISTRIBUTION -> Layer.DISTRIBUTION;
        case COMMUNITY -> Layer.COMMUNITY;
        case HUB, SECRET -> Layer.HUB;
      };
    }
  }

  /** The file's name without folder and ending. */
  public String name() {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 0 ? last : last.substring(0, dot);
  }

  /**
   * The name of the community whose folder it lies in; meaningful for communities, hubs and secrets
   * only.
   */
  public String community() {
    String[] steps = path.split("/", -1);
    return steps.length > 2 ? steps[2] : "";
  }
}
