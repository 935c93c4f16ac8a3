package org.hubfleet.capability.buckets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hubfleet.model.Hub;
import org.hubfleet.model.store.Store;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * One bucket as a hub asks for it.
 *
 * @param key its name in the hub's file
 * @param name its name at the store
 * @param wish what is said about it; an empty map for the short forms
 * @param life days after which files are deleted
 * @param why the line that asks for it
 */
record Bucket(String key, Scalar name, Mapping wish, Optional<Scalar> life, Origin why) {
  /** Of all stores the shortest limit, and that of most. */
  private static final int LONGEST = 63;

  private static final String EVERYBODYS_OWN = "/$(JUPYTERHUB_USER)";

  /** The bucket of an entry; absent when the entry takes it away. */
  static Optional<Bucket> of(Hub hub, Store store, String key, Mapping.Entry entry) {
    Node value = entry.value();
    if (value.isNull() || value.scalar().filter(s -> s.text().equals("false")).isPresent()) {
      return Optional.empty();
    }
    Mapping wish = value.mapping().orElse(Mapping.empty(value.origin()));
    Optional<Scalar> life =
        value
            .string()
            .map(text -> Scalar.string(text, value.origin()))
            .or(() -> wish.get("life").flatMap(Node::scalar));
    Scalar name =
        wish.get("name")
            .flatMap(Node::scalar)
            .orElseGet(() -> derived(hub, store, key, entry.key()));
    return Optional.of(new Bucket(key, name, wish, life, entry.key()));
  }

  private static Scalar derived(Hub hub, Store store, String key, Origin why) {
    Optional<Scalar> prefix = store.said("buckets.prefix");
    String start = prefix.map(text -> text.text() + "-").orElse("");
    String text = Names.within(LONGEST, start + hub.id() + "-" + key);
    return Scalar.string(text, prefix.map(p -> why.with(p.origin())).orElse(why));
  }

  boolean is(String flag) {
    return wish.get(flag).filter(Node::isTrue).isPresent();
  }

  /** Whether it is somebody else's. */
  boolean isExternal() {
    return is("external");
  }

  /** Days after which files are deleted. */
  Optional<Integer> days() {
    return life.map(text -> Integer.valueOf(text.text().replace("d", "")));
  }

  /** The address of the folder that a person works in, or of the whole bucket. */
  Scalar url(Store store) {
    boolean whole =
        wish.get("shared").flatMap(Node::scalar).map(Scalar::isTrue).orElseGet(this::isExternal);
    return Scalar.string(
        store.url(name.text()) + (whole ? "" : EVERYBODYS_OWN), why.with(name.origin()));
  }

  /** The variables that hold its address; not empty. */
  List<Scalar> variables() {
    Scalar usual = Scalar.string(key.toUpperCase(Locale.ROOT).replace('-', '_') + "_BUCKET", why);
    return wish.get("variables")
        .flatMap(Node::sequence)
        .map(list -> list.items().stream().flatMap(item -> item.scalar().stream()).toList())
        .orElse(List.of(usual));
  }
}
