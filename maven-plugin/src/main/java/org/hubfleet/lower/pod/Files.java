package org.hubfleet.lower.pod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TomlWriter;
import org.hubfleet.source.ValuePath;
import org.hubfleet.source.YamlWriter;

/**
 * The files of one {@code extraFiles}.
 *
 * <p>Reports {@code values/file-content}, {@code values/file-ending} and {@code values/toml-null}.
 *
 * @param data content by key of the ConfigMap or Secret that keeps them
 * @param binaryData content in base64, by key
 * @param sources of a projected volume: the keeping object, then the Secrets of {@code secrets:}
 *     lines; empty without files
 * @param mounts one VolumeMount a file, of the volume {@code files}
 */
public record Files(Mapping data, Mapping binaryData, Sequence sources, Sequence mounts) {
  /** The name of the volume. */
  public static final String VOLUME = "files";

  private static final RuleName CONTENT = RuleName.of("values/file-content");
  private static final RuleName ENDING = RuleName.of("values/file-ending");
  private static final RuleName TOML_NULL = RuleName.of("values/toml-null");
  private static final List<String> CONTENTS = List.of("data", "stringData", "binaryData");

  /** Whether the keeping object has content. */
  public boolean isKept() {
    return !data.isEmpty() || !binaryData.isEmpty();
  }

  /** What keeps the content of the files. */
  public enum Keeper {
    CONFIG_MAP("configMap"),
    SECRET("secret");

    private final String field;

    Keeper(String field) {
      this.field = field;
    }
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return mounts.items().isEmpty();
  }

  /**
   * The files at a path of the values, such as {@code hub.extraFiles}.
   *
   * @param name of the object that keeps them
   */
  public static Files of(
      Values values, String path, Keeper keeper, Scalar name, List<Diagnostic> problems) {
    return new Collector(values, path, problems).collect(keeper, name);
  }

  private static final class Collector {
    private final Values values;
    private final String path;
    private final List<Diagnostic> problems;
    private final Mapping.Builder data;
    private final Mapping.Builder binaryData;
    private final List<Node> kept = new ArrayList<>();
    private final List<Node> referenced = new ArrayList<>();
    private final List<Node> mounts = new ArrayList<>();
    private final Origin origin;

    Collector(Values values, String path, List<Diagnostic> problems) {
      this.values = values;
      this.path = path;
      this.problems = problems;
      origin = values.origin(path);
      data = Mapping.builder(origin);
      binaryData = Mapping.builder(origin);
    }

    Files collect(Keeper keeper, Scalar name) {
      UniqueNames names = new UniqueNames();
      for (Map.Entry<String, Mapping.Entry> file : values.entries(path).entrySet()) {
        String key = names.of(file.getKey().replaceAll("[^-._a-zA-Z0-9]", "-"));
        file.getValue()
            .value()
            .mapping()
            .ifPresent(tree -> file(file.getKey(), key, tree, file.getValue().key()));
      }
      List<Node> sources = new ArrayList<>();
      if (!kept.isEmpty()) {
        Mapping source =
            Mapping.builder(origin)
                .put("name", name)
                .put("items", Sequence.of(kept, origin))
                .build();
        sources.add(Mapping.builder(origin).put(keeper.field, source).build());
      }
      sources.addAll(referenced);
      return new Files(
          data.build(),
          binaryData.build(),
          Sequence.of(sources, origin),
          Sequence.of(mounts, origin));
    }

    private void file(String name, String key, Mapping file, Origin said) {
      Map<String, SecretLines.Line> lines = new LinkedHashMap<>();
      SecretLines.of(values)
          .below("jupyterhub." + path)
          .filter(line -> line.path().segments().size() > 2)
          .filter(line -> line.path().toString().equals(pathOf(name, line.last())))
          .forEach(line -> lines.put(line.last(), line));
      List<String> given =
          CONTENTS.stream()
              .filter(content -> file.get(content).isPresent() || lines.containsKey(content))
              .toList();
      Optional<Scalar> mountPath = file.get("mountPath").flatMap(Node::scalar);
      if (given.size() != 1) {
        problems.add(
            Diagnostic.error(
                said.place(),
                CONTENT,
                "a file has exactly one of data, stringData and binaryData, found "
                    + (given.isEmpty() ? "none" : String.join(" and ", given))));
        return;
      }
      if (mountPath.isEmpty()) {
        return; // the schema asks for it
      }
      mounts.add(
          Mapping.builder(said)
              .put("name", VOLUME)
              .put("mountPath", mountPath.get())
              .put("subPath", Scalar.string(key, said))
              .build());
      Optional<Node> mode = file.get("mode").filter(node -> !node.isNull());
      if (lines.isEmpty()) {
        kept.add(item(Scalar.string(key, said), key, mode, said));
        content(given.get(0), key, file, mountPath.get());
      } else {
        referenced.add(source(lines.get(given.get(0)), key, mode));
      }
    }

    private String pathOf(String name, String content) {
      return ValuePath.parse("jupyterhub." + path).orElseThrow().key(name).key(content).toString();
    }

    private Mapping source(SecretLines.Line line, String key, Optional<Node> mode) {
      Mapping secret =
          Mapping.builder(line.said())
              .put("name", line.secret())
              .put(
                  "items",
                  Sequence.of(
                      List.of(item(line.key().orElseThrow(), key, mode, line.said())), line.said()))
              .build();
      return Mapping.builder(line.said()).put("secret", secret).build();
    }

    private static Mapping item(Scalar key, String path, Optional<Node> mode, Origin origin) {
      return Mapping.builder(origin)
          .put("key", key)
          .put("path", Scalar.string(path, origin))
          .put("mode", mode)
          .build();
    }

    private void content(String kind, String key, Mapping file, Scalar mountPath) {
      Node node = file.get(kind).orElseThrow();
      if (kind.equals("data")) {
        data.put(key, serialised(node, mountPath));
      } else if (kind.equals("stringData")) {
        data.put(key, node);
      } else {
        String text = node.string().orElse("").replaceAll("\\s", "");
        binaryData.put(key, Scalar.string(text, node.origin()));
      }
    }

    private Node serialised(Node content, Scalar mountPath) {
      Mapping tree = content.mapping().orElseGet(() -> Mapping.empty(content.origin()));
      String ending =
          mountPath
              .text()
              .substring(mountPath.text().lastIndexOf('.') + 1)
              .toLowerCase(Locale.ROOT);
      String text =
          switch (ending) {
            case "yaml", "yml" -> YamlWriter.write(tree);
            case "json" -> JsonWriter.write(tree);
            case "toml" -> toml(tree);
            default -> {
              problems.add(
                  Diagnostic.error(
                          mountPath.origin().place(),
                          ENDING,
                          "the ending of "
                              + mountPath.text()
                              + " does not say how to write the tree under data")
                      .hint("end it in .yaml, .yml, .json or .toml, or use stringData"));
              yield "";
            }
          };
      return Scalar.string(text, content.origin());
    }

    private String toml(Mapping tree) {
      TomlWriter.nothing(tree)
          .ifPresent(
              nothing ->
                  problems.add(
                      Diagnostic.error(
                          nothing.origin().place(), TOML_NULL, "TOML has no null; leave it out")));
      return TomlWriter.write(tree);
    }
  }
}
