package org.hubfleet.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/**
 * What one of two outputs says of one part: its objects, and what people's work hangs on.
 *
 * @param objects in the order of their files
 * @param continuity the tree of {@code continuity.yaml}; absent where there is none
 */
public record Side(List<Mapping> objects, Optional<Mapping> continuity) {
  /** The name of the file that says how a person's name leads to what they keep. */
  public static final String CONTINUITY = "continuity.yaml";

  /** A side without anything. */
  public static final Side EMPTY = new Side(List.of(), Optional.empty());

  public Side {
    objects = List.copyOf(objects);
  }

  /** What these files say: path to text, the places of values are {@code <root>/<path>}. */
  public static Side of(String root, Map<String, String> files) {
    List<Mapping> objects = new ArrayList<>();
    Optional<Mapping> continuity = Optional.empty();
    for (Map.Entry<String, String> file : files.entrySet()) {
      List<Mapping> trees = documents(root + "/" + file.getKey(), file.getValue());
      if (file.getKey().endsWith("/" + CONTINUITY)) {
        continuity = trees.stream().findFirst();
      }
      trees.stream().filter(tree -> ObjectKey.of(tree).isPresent()).forEach(objects::add);
    }
    return new Side(objects, continuity);
  }

  /** The maps in a text of one or more YAML documents; what cannot be read is left out. */
  private static List<Mapping> documents(String file, String text) {
    List<Mapping> found = new ArrayList<>();
    for (String document : text.split("(?m)^---(?: .*)?$", -1)) {
      YamlReader.ofOurs()
          .read(file, document, Layer.COMPILER)
          .value()
          .flatMap(Node::mapping)
          .ifPresent(found::add);
    }
    return found;
  }
}
