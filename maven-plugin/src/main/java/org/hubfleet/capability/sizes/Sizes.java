package org.hubfleet.capability.sizes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.form.Form;
import org.hubfleet.model.pool.Pool;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.size.Ladder;
import org.hubfleet.model.size.Nodes;
import org.hubfleet.model.size.Size;
import org.hubfleet.schema.Nearest;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Lowers {@code sizes} and {@code gpu}: one size to what every server gets, several to an option of
 * the ordinary profile, cards to a profile of their own.
 *
 * <p>Reports {@code sizes/none}, {@code sizes/unknown-size}, {@code sizes/idle-cards}, {@code
 * sizes/two-defaults} and {@code sizes/limited-default}, beside what {@link Nodes}, {@link Ladder}
 * and {@link Cards} report.
 */
public final class Sizes implements Capability {
  private static final RuleName NONE = RuleName.of("sizes/none");
  private static final RuleName UNKNOWN = RuleName.of("sizes/unknown-size");
  private static final RuleName TWO = RuleName.of("sizes/two-defaults");
  private static final RuleName LIMITED = RuleName.of("sizes/limited-default");
  private static final RuleName IDLE = RuleName.of("sizes/idle-cards");
  private static final String PROFILE = "singleuser.profileList.server.";

  private final Shelf shelf;

  public Sizes(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Nodes nodes = new Nodes(Pools.of(hub.cluster(), shelf), problems);
    hub.tree()
        .get("sizes")
        .flatMap(Node::mapping)
        .ifPresent(tree -> sizes(hub, tree, nodes, values, problems));
    hub.tree()
        .get("gpu")
        .flatMap(Node::mapping)
        .ifPresent(wish -> Cards.lower(hub, wish, nodes, values, problems));
    return values.tree();
  }

  private static void sizes(
      Hub hub, Mapping tree, Nodes nodes, LoweredValues values, List<Diagnostic> problems) {
    int before = problems.size();
    List<Size> all = new Ladder(tree, nodes, problems).all();
    if (all.isEmpty()) {
      if (problems.size() == before && !nodes.pools().areBroken()) {
        problems.add(
            Diagnostic.error(hub.tree().keyOrigin("sizes").place(), NONE, "there is no size here")
                .hint("write sizes: {pool: <name of a pool>, steps: 4}"));
      }
      return;
    }
    groups(tree, all, problems);
    idleCards(tree, all, nodes.pools()).ifPresent(problems::add);
    boolean kinds = hub.tree().get("servers").isPresent();
    boolean chosen = tree.get("default").isPresent() || all.stream().anyMatch(Size::isDefault);
    if (kinds && !chosen && all.size() > 1) {
      return;
    }
    Size first = chosen(tree, all, problems);
    everywhere(first, values);
    if (all.size() > 1 && !kinds) {
      choices(hub, all, first, values);
    }
  }

  private static void choices(Hub hub, List<Size> all, Size first, LoweredValues values) {
    Form form = Form.of(hub, false);
    Origin why = hub.tree().keyOrigin("sizes");
    String option = PROFILE + "profile_options." + form.key(Form.Question.SIZE);
    server(why, values);
    values.set(option + ".display_name", form.title(Form.Question.SIZE, why));
    for (Size one : all) {
      values.set(option + ".choices." + one.name(), one.choice(one == first, form.wording()));
    }
  }

  /** Once for all sizes: nodes with cards cost several times as much. */
  private static Optional<Diagnostic> idleCards(Mapping tree, List<Size> all, Pools pools) {
    Optional<Pool> dear =
        all.stream()
            .filter(size -> size.cards() == 0)
            .flatMap(size -> size.pool().stream())
            .filter(pool -> pool.gpu().isPresent())
            .findFirst();
    String plain =
        pools.forUsers().stream()
            .filter(pool -> pool.gpu().isEmpty())
            .map(pool -> ", and pool: " + pool.name() + " here")
            .findFirst()
            .orElse("");
    return dear.map(
        pool ->
            Diagnostic.warning(
                    place(tree, pool),
                    IDLE,
                    "nodes of "
                        + pool.name()
                        + " have cards, and servers of these sizes take room there and get none")
                .hint("write gpu: {pool: " + pool.name() + "} for servers with a card" + plain)
                .related(pool.origin().place(), "the pool"));
  }

  private static Place place(Mapping tree, Pool pool) {
    return Stream.concat(
            tree.get("pool").stream(),
            tree.get("named").flatMap(Node::mapping).stream()
                .flatMap(named -> named.entries().values().stream())
                .flatMap(size -> size.value().get("pool").stream()))
        .filter(name -> name.string().filter(pool.name()::equals).isPresent())
        .findFirst()
        .orElse(tree)
        .origin()
        .place();
  }

  /** The ordinary profile, which environments and cards name too. */
  static void server(Origin why, LoweredValues values) {
    values.set(PROFILE + "display_name", Scalar.string("Server", why));
    values.set(PROFILE + "slug", Scalar.string("server", why));
  }

  private static void groups(Mapping tree, List<Size> all, List<Diagnostic> problems) {
    for (Map.Entry<String, Mapping.Entry> one :
        tree.get("for").flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of()).entrySet()) {
      if (all.stream().noneMatch(size -> size.name().equals(one.getKey()))) {
        problems.add(unknown(one.getKey(), one.getValue().key(), all));
      }
    }
  }

  private static Diagnostic unknown(String name, Origin where, List<Size> all) {
    List<String> names = all.stream().map(Size::name).toList();
    return Diagnostic.error(where.place(), UNKNOWN, "there is no size \"" + name + "\"")
        .hint(
            Nearest.to(name, names)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("sizes are " + String.join(", ", names)));
  }

  private static Size chosen(Mapping tree, List<Size> all, List<Diagnostic> problems) {
    Optional<Scalar> said = tree.get("default").flatMap(Node::scalar);
    Optional<Size> named =
        said.flatMap(
            name -> all.stream().filter(size -> size.name().equals(name.text())).findFirst());
    if (said.isPresent() && named.isEmpty()) {
      problems.add(unknown(said.get().text(), said.get().origin(), all));
    }
    List<Size> marked = all.stream().filter(Size::isDefault).toList();
    two(said, marked, problems);
    Size first = named.or(() -> marked.stream().findFirst()).orElse(all.get(0));
    first
        .groups()
        .ifPresent(
            groups ->
                problems.add(
                    Diagnostic.error(
                            groups.origin().place(),
                            LIMITED,
                            "the size "
                                + first.name()
                                + " is what everybody gets, and is for some groups only")
                        .hint("name another one as default")));
    return first;
  }

  private static void two(Optional<Scalar> said, List<Size> marked, List<Diagnostic> problems) {
    Optional<Size> other =
        said.isPresent()
            ? marked.stream().filter(size -> !size.name().equals(said.get().text())).findFirst()
            : marked.stream().skip(1).findFirst();
    if (other.isPresent()) {
      String first = said.map(Scalar::text).orElseGet(() -> marked.get(0).name());
      problems.add(
          Diagnostic.error(
                  other.get().wish().keyOrigin("default").place(),
                  TWO,
                  first + " and " + other.get().name() + " are both the default")
              .hint("keep one of them"));
    }
  }

  /** Of every server that no choice changes. */
  private static void everywhere(Size size, LoweredValues values) {
    Mapping override = size.override();
    override.get("mem_guarantee").ifPresent(v -> values.set("singleuser.memory.guarantee", v));
    override
        .get("mem_limit")
        .filter(limit -> !size.isUnlimited())
        .ifPresent(v -> values.set("singleuser.memory.limit", v));
    override.get("cpu_guarantee").ifPresent(v -> values.set("singleuser.cpu.guarantee", v));
    override.get("cpu_limit").ifPresent(v -> values.set("singleuser.cpu.limit", v));
    override.get("node_selector").ifPresent(v -> values.set("singleuser.nodeSelector", v));
    size.pool()
        .ifPresent(
            pool ->
                Nodes.tolerations(pool, size.why())
                    .forEach(
                        t ->
                            values.entry(
                                "singleuser.extraTolerations",
                                t.get("key").flatMap(Node::string).orElseThrow(),
                                t)));
  }
}
