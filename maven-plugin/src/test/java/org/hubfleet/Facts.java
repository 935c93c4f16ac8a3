package org.hubfleet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;
import org.hubfleet.source.YamlReader;
import org.hubfleet.source.YamlWriter;

/**
 * Sentences about emitted objects: {@code Kind/name path = value} of a scalar, {@code present
 * Kind/name}, {@code absent Kind/name}, {@code absent Kind/name path}; and about the effective
 * values of the first hub: {@code value jupyterhub.x = value}, {@code absent value path}. Maps and
 * lists are shown as JSON on one line.
 *
 * <p>Objects of the same kind and name in several namespaces are told apart as {@code
 * namespace:Kind/name}.
 */
final class Facts {
  private static final Pattern EQUALS = Pattern.compile("(\\S+) (\\S.*?) = (.*)");

  private final Map<String, Node> objects = new LinkedHashMap<>();

  /**
   * @param values of the first hub, with the roots {@code jupyterhub} and {@code context}
   */
  Facts(Map<String, String> files, Optional<Node> values) {
    values.ifPresent(tree -> objects.put("value", tree));
    files.forEach(
        (file, text) -> {
          boolean holdsObjects =
              file.endsWith(".yaml")
                  && !file.endsWith("kustomization.yaml")
                  && !file.endsWith("continuity.yaml")
                  && !file.contains("/.")
                  && !file.startsWith(".");
          if (holdsObjects) {
            for (String document : text.split("(?m)^---$")) {
              YamlReader.ofOurs().read(file, document, Layer.COMPILER).value().ifPresent(this::add);
            }
          }
        });
  }

  private void add(Node object) {
    String id = text(object, "kind") + "/" + text(object, "metadata.name");
    objects.put(id, object);
    objects.put(text(object, "metadata.namespace") + ":" + id, object);
  }

  private static String text(Node object, String path) {
    return object.at(path).flatMap(Node::string).orElse("");
  }

  /** What is wrong about a sentence; empty when it is true. */
  Optional<String> wrongAbout(String fact) {
    String[] words = fact.split(" ", 3);
    if (words[0].equals("present")) {
      return objects.containsKey(words[1])
          ? Optional.empty()
          : Optional.of("there is no such object: " + fact);
    }
    if (words[0].equals("absent")) {
      Optional<Node> object = object(words[1]);
      Optional<Node> found = words.length == 2 ? object : object.flatMap(o -> at(o, words[2]));
      return found.map(node -> fact + ": found " + YamlWriter.write(node).strip());
    }
    Matcher equals = EQUALS.matcher(fact);
    if (!equals.matches()) {
      return Optional.of("not a fact: " + fact);
    }
    Optional<String> found =
        object(equals.group(1)).flatMap(o -> at(o, equals.group(2))).map(Facts::shown);
    return found.equals(Optional.of(equals.group(3)))
        ? Optional.empty()
        : Optional.of(fact + ": found " + found.orElse("nothing"));
  }

  private Optional<Node> object(String id) {
    return Optional.ofNullable(objects.get(id));
  }

  private static Optional<Node> at(Node object, String path) {
    return ValuePath.parse(path).flatMap(object::at);
  }

  private static String shown(Node node) {
    return node instanceof Scalar scalar ? scalar.text() : EmittedHub.json(node);
  }
}
