package org.hubfleet.lower.pod;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.ValuePath;

/**
 * {@code context.secretRefs["<path>"]}: the {@code secrets:} lines of the hub file that can be
 * followed, each {@code {secret, key}} by its value path in canonical spelling, such as {@code
 * jupyterhub.hub.cookieSecret}.
 *
 * <p>Reports {@code secrets/unsupported-path}, {@code secrets/no-key}, {@code secrets/two-lines}
 * and {@code secrets/value-and-reference}.
 */
public final class SecretLines implements Derivation {
  private static final RuleName UNSUPPORTED = RuleName.of("secrets/unsupported-path");
  private static final RuleName NO_KEY = RuleName.of("secrets/no-key");
  private static final RuleName BOTH = RuleName.of("secrets/value-and-reference");

  /**
   * One line.
   *
   * @param said where its path stands
   * @param key absent where a Secret as a whole is meant
   */
  public record Line(
      ValuePath path, SecretArrival arrival, Origin said, Scalar secret, Optional<Scalar> key) {
    /** The last key of the path. */
    public String last() {
      return ((ValuePath.Key) path.segments().get(path.segments().size() - 1)).name();
    }

    /** The selector of a Kubernetes field such as {@code secretKeyRef}: {@code {name, key}}. */
    public Mapping selector() {
      return Mapping.builder(said).put("name", secret).put("key", key).build();
    }
  }

  /** The lines of a hub, in their order. */
  public record View(List<Line> lines) {
    /** The line for that path in canonical spelling. */
    public Optional<Line> at(String path) {
      return lines.stream().filter(line -> line.path().toString().equals(path)).findFirst();
    }

    /** The lines for that path and for paths below it. */
    public Stream<Line> below(String path) {
      List<ValuePath.Segment> prefix = ValuePath.parse(path).orElseThrow().segments();
      return lines.stream()
          .filter(
              line ->
                  line.path().segments().size() >= prefix.size()
                      && line.path().segments().subList(0, prefix.size()).equals(prefix));
    }

    /** The lines whose values arrive that way. */
    public Stream<Line> arriving(SecretArrival arrival) {
      return lines.stream().filter(line -> line.arrival() == arrival);
    }
  }

  @Override
  public String key() {
    return "secretRefs";
  }

  /** The lines that were derived before. */
  public static View of(Values values) {
    Mapping refs = values.derived("secretRefs").mapping().orElseThrow();
    return new View(
        refs.entries().entrySet().stream()
            .map(
                entry -> {
                  ValuePath path = ValuePath.parse(entry.getKey()).orElseThrow();
                  Node value = entry.getValue().value();
                  return new Line(
                      path,
                      SecretArrival.of(path).orElseThrow(),
                      entry.getValue().key(),
                      value.get("secret").flatMap(Node::scalar).orElseThrow(),
                      value.get("key").flatMap(Node::scalar));
                })
            .toList());
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Mapping lines =
        values
            .hub()
            .tree()
            .get("secrets")
            .flatMap(Node::mapping)
            .orElse(Mapping.empty(values.hub().clusterOrigin()));
    Mapping.Builder good = Mapping.builder(lines.origin());
    TwoLines seen = new TwoLines();
    for (Map.Entry<String, Mapping.Entry> line : lines.entries().entrySet()) {
      Origin said = line.getValue().key();
      Node value = line.getValue().value();
      Optional<ValuePath> path = ValuePath.parse(line.getKey());
      Optional<SecretArrival> arrival = path.flatMap(SecretArrival::of);
      if (arrival.isEmpty()) {
        problems.add(unsupported(said, line.getKey()));
      } else if (arrival.get().needsKey() && value.get("key").isEmpty()) {
        problems.add(
            Diagnostic.error(
                    said.place(), NO_KEY, "no key says where in the Secret the value stands")
                .hint("write {secret: <name>, key: <key>}"));
      } else if (value.get("secret").flatMap(Node::string).isPresent()) {
        seen.see(path.get(), arrival.get(), line.getValue()).ifPresent(problems::add);
        plain(values, path.get(), arrival.get())
            .ifPresent(other -> problems.add(both(said, path.get(), other)));
        good.put(path.get().toString(), said, value);
      }
    }
    return good.build();
  }

  /** A value that the values give for the same path. */
  private static Optional<Node> plain(Values values, ValuePath path, SecretArrival arrival) {
    boolean whole = path.segments().size() == 2 || path.toString().endsWith(".manual");
    if (!arrival.needsKey() && whole) {
      return Optional.empty();
    }
    ValuePath below = new ValuePath(path.segments().subList(1, path.segments().size()));
    return values.jupyterhub().at(below).filter(node -> !node.isNull());
  }

  private static Diagnostic unsupported(Origin said, String text) {
    return Diagnostic.error(
            said.place(), UNSUPPORTED, "the value at \"" + text + "\" cannot come from a Secret")
        .hint(
            ValuePath.parse("jupyterhub." + text)
                .filter(path -> SecretArrival.of(path).isPresent())
                .map(path -> "write " + path)
                .orElse("what can, below jupyterhub: " + SecretArrival.table()));
  }

  private static Diagnostic both(Origin said, ValuePath path, Node other) {
    return Diagnostic.error(
            said.place(), BOTH, path + " stands here and among the values; one of them has to go")
        .related(other.origin().place(), "the value");
  }
}
