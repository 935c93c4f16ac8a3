package org.hubfleet.e2e.api.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/** The list of what accounts need. */
record Needs(Node tree) {
  static Needs read(Path file) throws IOException {
    return new Needs(
        YamlReader.ofOurs()
            .read(file.toString(), Files.readString(file), Layer.COMPILER)
            .value()
            .orElseThrow());
  }

  /** Whether the account is listed. */
  boolean lists(String account) {
    return tree.get(account).isPresent();
  }

  /** Its rights where it says {@code here}, {@code everywhere} or {@code named}. */
  Set<Right> of(String account, String where) {
    Set<Right> rights = new TreeSet<>();
    Map<String, Mapping.Entry> resources =
        tree.get(account)
            .flatMap(entry -> entry.get(where))
            .flatMap(Node::mapping)
            .map(Mapping::entries)
            .orElse(Map.of());
    resources.forEach(
        (resource, verbs) ->
            verbs
                .value()
                .sequence()
                .orElseThrow()
                .items()
                .forEach(verb -> rights.add(right(verb.string().orElseThrow(), resource, where))));
    return rights;
  }

  private static Right right(String verb, String resource, String where) {
    int slash = resource.lastIndexOf('/');
    return where.equals("named")
        ? new Right(verb, resource.substring(0, slash), resource.substring(slash + 1))
        : new Right(verb, resource, "");
  }
}
