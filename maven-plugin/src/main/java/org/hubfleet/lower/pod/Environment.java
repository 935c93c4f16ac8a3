package org.hubfleet.lower.pod;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** The variables of a container: those it always has, then those of {@code extraEnv}. */
public final class Environment {
  private Environment() {}

  /**
   * A list of EnvVar, each name once: what people say replaces what is fixed, in its place.
   *
   * @param path of {@code extraEnv} below {@code jupyterhub}, a map or a list; {@code secrets:}
   *     lines below it are variables too
   * @param fixed EnvVars, in their order
   */
  public static Sequence of(Values values, String path, List<Mapping> fixed) {
    Map<String, Mapping> byName = new LinkedHashMap<>();
    fixed.forEach(variable -> add(variable, byName));
    people(values, path).forEach(variable -> add(variable, byName));
    return Sequence.of(List.copyOf(byName.values()), values.origin(path));
  }

  /** What {@code extraEnv} and {@code secrets:} say, as a list of EnvVar. */
  public static Stream<Mapping> people(Values values, String path) {
    Stream<Mapping> listed = values.items(path).stream().flatMap(item -> item.mapping().stream());
    Stream<Mapping> named =
        values.entries(path).entrySet().stream()
            .map(entry -> named(entry.getKey(), entry.getValue()));
    int depth = ValuePath.parse("jupyterhub." + path).orElseThrow().segments().size();
    Stream<Mapping> secret =
        SecretLines.of(values)
            .below("jupyterhub." + path)
            .filter(line -> line.path().segments().size() == depth + 1)
            .map(Environment::referenced);
    return Stream.of(listed, named, secret).flatMap(variables -> variables);
  }

  /** An EnvVar of a plain value. */
  public static Mapping variable(String name, String text, Origin origin) {
    return Mapping.builder(origin).put("name", name).put("value", text).build();
  }

  /** An EnvVar that a key of a Secret fills: {@code selector} is {@code {name, key}}. */
  public static Mapping secret(String name, Mapping selector) {
    return Mapping.builder(selector.origin())
        .put("name", name)
        .put("valueFrom", Mapping.builder(selector.origin()).put("secretKeyRef", selector).build())
        .build();
  }

  private static Mapping named(String name, Mapping.Entry entry) {
    Mapping.Builder variable = Mapping.builder(entry.value().origin());
    variable.put("name", Scalar.string(name, entry.key()));
    if (entry.value() instanceof Mapping fields) {
      fields.entries().forEach((key, field) -> variable.put(key, field.key(), field.value()));
    } else {
      variable.put("value", entry.value());
    }
    return variable.build();
  }

  private static Mapping referenced(SecretLines.Line line) {
    return secret(line.last(), line.selector());
  }

  private static void add(Mapping variable, Map<String, Mapping> byName) {
    variable.get("name").flatMap(Node::string).ifPresent(name -> byName.put(name, variable));
  }
}
