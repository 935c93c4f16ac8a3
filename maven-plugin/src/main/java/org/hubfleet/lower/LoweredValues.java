package org.hubfleet.lower;

import java.util.List;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.TreeMerge;
import org.hubfleet.source.ValuePath;

/**
 * Collects, path by path, what a capability lowers to; {@link Capability#lower} says what each root
 * means. A map that is set where one stands joins it.
 */
public final class LoweredValues {
  private final Origin origin;
  private Mapping tree;

  /**
   * @param origin of the maps around the values
   */
  public LoweredValues(Origin origin) {
    this.origin = origin;
    this.tree = Mapping.empty(origin);
  }

  /** Sets an upstream value at a path of plain keys below {@code jupyterhub}. */
  public LoweredValues set(String dotted, Node value) {
    return put(ValuePath.of("jupyterhub").then(path(dotted)), value);
  }

  /** Sets an upstream value at a path below {@code jupyterhub}. */
  public LoweredValues set(ValuePath path, Node value) {
    return put(ValuePath.of("jupyterhub").then(path), value);
  }

  /** Adds an entry to what upstream wants as a list. */
  public LoweredValues entry(String dotted, String name, Node value) {
    return put(ValuePath.of("jupyterhub").then(path(dotted)).key(name), value);
  }

  /** Adds one text to what upstream wants as a list. */
  public LoweredValues name(String dotted, Scalar text) {
    return entry(dotted, text.text(), text);
  }

  /**
   * Lets the value at a path come from a Secret, unless the hub's own lines say from which.
   *
   * @param dotted below {@code jupyterhub}
   */
  public LoweredValues secret(String dotted, String secret, String key, Origin why) {
    Mapping line =
        Mapping.builder(why)
            .put("secret", Scalar.string(secret, why))
            .put("key", Scalar.string(key, why))
            .build();
    return put(ValuePath.of("secrets", "jupyterhub." + dotted), line);
  }

  /**
   * Lets all below a path come from a Secret, unless the hub's own lines say from which.
   *
   * @param dotted below {@code jupyterhub}
   */
  public LoweredValues secret(String dotted, Scalar secret) {
    Mapping line = Mapping.builder(secret.origin()).put("secret", secret).build();
    return put(ValuePath.of("secrets", "jupyterhub." + dotted), line);
  }

  /** Promises an object that others make in the hub's namespace. */
  public LoweredValues expect(String kind, String name, Origin why) {
    Mapping line = Mapping.builder(why).put("kind", kind).put("name", name).build();
    return put(ValuePath.of("expects", kind + "/" + name), line);
  }

  /** Hands a value to templates and derivations, below {@code context}. */
  public LoweredValues fact(String dotted, Node value) {
    return put(ValuePath.of("context").then(path(dotted)), value);
  }

  /** Hands a value to templates and derivations, at a path below {@code context}. */
  public LoweredValues fact(ValuePath path, Node value) {
    return put(ValuePath.of("context").then(path), value);
  }

  /** Tells people something that they need elsewhere, such as a callback URL. */
  public LoweredValues note(String words, Scalar text) {
    return put(ValuePath.of("notes", words), text);
  }

  /** Whether an upstream value was set at a path of plain keys below {@code jupyterhub}. */
  public boolean has(String dotted) {
    return tree.at(ValuePath.of("jupyterhub").then(path(dotted))).isPresent();
  }

  /** All that was collected, by root. */
  public Mapping tree() {
    return tree;
  }

  private LoweredValues put(ValuePath path, Node value) {
    Node nested = value;
    for (int i = path.segments().size() - 1; i >= 0; i--) {
      String key = ((ValuePath.Key) path.segments().get(i)).name();
      Origin around = nested == value ? value.origin() : origin;
      nested = Mapping.builder(around).put(key, value.origin(), nested).build();
    }
    tree = TreeMerge.merge(tree, (Mapping) nested);
    return this;
  }

  private static ValuePath path(String dotted) {
    return ValuePath.of(List.of(dotted.split("\\.", -1)).toArray(String[]::new));
  }
}
