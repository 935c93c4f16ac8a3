package org.hubfleet.lower.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * What the code of a hub reads below {@code custom}. A path that is put together when the code runs
 * reads all it may.
 *
 * @param paths as the code names them, each {@code custom} or below it
 */
public record CustomReaders(List<String> paths) {
  private static final Pattern PATH = Pattern.compile("[\"'](custom(?:\\.[^\"'{\\s]*)?)");

  public CustomReaders {
    paths = List.copyOf(paths);
  }

  /**
   * Those of a hub's snippets and of the files of the hub.
   *
   * @param values below {@code jupyterhub}
   */
  public static CustomReaders of(Mapping values) {
    Stream<Optional<String>> snippets =
        entries(values, "hub.extraConfig").map(one -> one.value().string());
    Stream<Optional<String>> files =
        entries(values, "hub.extraFiles")
            .map(one -> one.value().get("stringData").flatMap(Node::string));
    return new CustomReaders(
        Stream.concat(snippets, files)
            .flatMap(Optional::stream)
            .flatMap(code -> PATH.matcher(code).results().map(found -> found.group(1)))
            .toList());
  }

  private static Stream<Mapping.Entry> entries(Mapping values, String path) {
    return values
        .at(path)
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of())
        .values()
        .stream();
  }

  /** Whether some code may read {@code custom.<key>} or what is below it. */
  public boolean read(String key) {
    String path = "custom." + key;
    return paths.stream()
        .anyMatch(
            read ->
                read.equals("custom")
                    || read.equals("custom.")
                    || read.equals(path)
                    || read.startsWith(path + "."));
  }
}
