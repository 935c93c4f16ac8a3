package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.ValuePath;

/** The pieces of Python that a hub brings with it, and what they say they read. */
final class Snippets {
  private static final Pattern GET_CONFIG =
      Pattern.compile("get_config\\(\\s*[rbu]?[\"']([^\"']+)[\"']");

  private final Map<String, String> pieces = new LinkedHashMap<>();

  /**
   * @param hub the values below {@code jupyterhub}
   */
  Snippets(Mapping hub) {
    texts(hub, "hub.extraConfig", "");
    for (String owner : List.of("hub", "singleuser")) {
      hub.at(owner + ".extraFiles")
          .flatMap(Node::mapping)
          .ifPresent(
              files ->
                  files
                      .entries()
                      .forEach(
                          (name, file) -> python(owner + ".extraFiles." + name, file.value())));
    }
  }

  private void texts(Mapping hub, String path, String suffix) {
    hub.at(path)
        .flatMap(Node::mapping)
        .ifPresent(
            map ->
                map.entries()
                    .forEach(
                        (name, entry) ->
                            entry
                                .value()
                                .string()
                                .ifPresent(text -> pieces.put(path + "." + name + suffix, text))));
  }

  private void python(String name, Node file) {
    boolean code =
        file.get("mountPath").flatMap(Node::string).filter(p -> p.endsWith(".py")).isPresent();
    if (code) {
      file.get("stringData").flatMap(Node::string).ifPresent(text -> pieces.put(name, text));
    }
  }

  /** The piece that reads the value, such as {@code hub.extraConfig.10-groups}. */
  Optional<String> readerOf(ValuePath path, List<String> names) {
    return pieces.entrySet().stream()
        .filter(piece -> reads(piece.getValue(), path, names))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean reads(String code, ValuePath path, List<String> names) {
    for (String read : configPaths(code)) {
      String whole = path.toString();
      if (whole.equals(read) || read.startsWith(whole + ".")) {
        return true;
      }
    }
    return names.stream().anyMatch(name -> mentions(code, name));
  }

  private static List<String> configPaths(String code) {
    List<String> found = new ArrayList<>();
    Matcher call = GET_CONFIG.matcher(code);
    while (call.find()) {
      found.add(call.group(1));
    }
    return found;
  }

  /** Whether the word stands there as a text or as a name, not just as part of one. */
  private static boolean mentions(String code, String word) {
    String quoted = Pattern.quote(word);
    return Pattern.compile(
            "[\"']" + quoted + "[\"']|[.]" + quoted + "\\b|\\bclass " + quoted + "\\b")
        .matcher(code)
        .find();
  }
}
