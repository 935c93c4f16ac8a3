package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.UniqueNames;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The pieces of Python under {@code hub.extraConfig}, sorted by key, each with the file it becomes.
 */
record Snippets(Map<String, Scalar> byFile, Map<String, String> keyOfFile, Origin origin) {
  /** The snippets of a hub. */
  static Snippets of(Values values) {
    Map<String, Scalar> byFile = new LinkedHashMap<>();
    Map<String, String> keys = new LinkedHashMap<>();
    UniqueNames names = new UniqueNames();
    for (Map.Entry<String, Mapping.Entry> entry :
        new TreeMap<>(values.entries("hub.extraConfig")).entrySet()) {
      entry
          .getValue()
          .value()
          .scalar()
          .filter(text -> text.kind() == Scalar.Kind.STRING)
          .ifPresent(
              text -> {
                String name = entry.getKey().replaceAll("[^-._a-zA-Z0-9]", "-");
                String file = names.of(name) + ".py";
                byFile.put(file, text);
                keys.put(file, entry.getKey());
              });
    }
    return new Snippets(byFile, keys, values.origin("hub.extraConfig"));
  }

  /** The data of a ConfigMap that holds them. */
  Mapping data() {
    Mapping.Builder data = Mapping.builder(origin);
    byFile.forEach(data::put);
    return data.build();
  }

  /** The list of {@code {key, file}}, in the order of execution. */
  Sequence index() {
    List<Node> index = new ArrayList<>();
    keyOfFile.forEach(
        (file, key) ->
            index.add(
                Mapping.builder(byFile.get(file).origin())
                    .put("key", key)
                    .put("file", file)
                    .build()));
    return Sequence.of(index, origin);
  }

  /** What they read. */
  SnippetReads reads() {
    return SnippetReads.all(byFile.values().stream().map(Scalar::text).toList());
  }

  /** Whether any of them has that word in it. */
  boolean mention(String word) {
    return byFile.values().stream().anyMatch(text -> text.text().contains(word));
  }
}
