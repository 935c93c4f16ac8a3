package org.hubfleet.capability.resources;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.model.event.Calendar;
import org.hubfleet.model.event.Event;
import org.hubfleet.model.pool.Memory;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.model.pool.Room;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.TreeMerge;

/**
 * Lowers {@code resources}: what hub and proxy keep and may use, by the number of people at work or
 * as said.
 *
 * <p>Reports {@code resources/guaranteed-over-memory}, {@code resources/too-little}, {@code
 * resources/second-core}, {@code resources/fewer-than-seats} and, by the effective values, {@code
 * resources/too-large}.
 */
public final class Resources implements Capability {
  private static final RuleName OVER = RuleName.of("resources/guaranteed-over-memory");
  private static final RuleName LITTLE = RuleName.of("resources/too-little");
  private static final RuleName SECOND = RuleName.of("resources/second-core");
  private static final RuleName FEWER = RuleName.of("resources/fewer-than-seats");

  private final Shelf shelf;

  public Resources(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    hub.tree()
        .get("resources")
        .flatMap(Node::mapping)
        .ifPresent(
            tree -> {
              Optional<Scalar> people = tree.get("people").flatMap(Node::scalar);
              for (Part part : List.of(Part.HUB, Part.PROXY)) {
                lower(part, people, tree.get(part.key()), values, problems);
              }
              people.ifPresent(number -> seats(hub, number, problems));
            });
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    new CoreNodes(Pools.of(effective.hub().cluster(), shelf)).inspect(effective, problems);
  }

  private static void lower(
      Part part,
      Optional<Scalar> people,
      Optional<Node> said,
      LoweredValues values,
      List<Diagnostic> problems) {
    Optional<Mapping> asked = people.map(number -> computed(part, number));
    Optional<Mapping> own = said.map(lines -> own(part, people, lines));
    Optional<Mapping> both =
        asked.isPresent() && own.isPresent()
            ? Optional.of(TreeMerge.merge(asked.get(), own.get()))
            : asked.or(() -> own);
    both.filter(one -> !one.isEmpty()).ifPresent(one -> values.set(part.path(), one));
    said.ifPresent(lines -> check(part, people, lines, problems));
  }

  private static Mapping computed(Part part, Scalar people) {
    Origin why = people.origin();
    long count = people.number().longValue();
    Room kept = part.kept(count);
    return resources(
        why,
        Optional.of(Scalar.string(kept.memory().quantity(), why)),
        Optional.of(Scalar.string(kept.millicores() + "m", why)),
        Optional.of(Scalar.string(part.most(count).quantity(), why)));
  }

  /** What is kept is never more than what may be used: a cluster would refuse that. */
  private static Mapping own(Part part, Optional<Scalar> people, Node own) {
    Optional<Node> most = own.get("memory");
    Memory kept = own.get("guaranteed").map(Resources::memory).orElse(needed(part, people));
    boolean over = most.filter(said -> memory(said).compareTo(kept) < 0).isPresent();
    return resources(
        own.origin(),
        (over ? most : own.get("guaranteed")).map(Resources::quantity),
        own.get("cores").flatMap(Node::scalar).map(Resources::millicores),
        most.map(Resources::quantity));
  }

  private static Memory needed(Part part, Optional<Scalar> people) {
    return part.kept(count(people)).memory();
  }

  private static long count(Optional<Scalar> people) {
    return people.map(number -> number.number().longValue()).orElse(0L);
  }

  private static Scalar quantity(Node amount) {
    return Scalar.string(memory(amount).quantity(), amount.origin());
  }

  private static Scalar millicores(Scalar cores) {
    return Scalar.string(Room.millicores(cores.number()) + "m", cores.origin());
  }

  private static Mapping resources(
      Origin why, Optional<Scalar> memory, Optional<Scalar> cpu, Optional<Scalar> most) {
    Mapping requests = Mapping.builder(why).put("cpu", cpu).put("memory", memory).build();
    Mapping limits = Mapping.builder(why).put("memory", most).build();
    return Mapping.builder(why)
        .put("requests", Optional.of(requests).filter(one -> !one.isEmpty()))
        .put("limits", Optional.of(limits).filter(one -> !one.isEmpty()))
        .build();
  }

  private static Memory memory(Node amount) {
    return amount.string().flatMap(Memory::parse).orElseThrow();
  }

  private static void check(
      Part part, Optional<Scalar> people, Node own, List<Diagnostic> problems) {
    long count = count(people);
    Optional<Memory> kept = own.get("guaranteed").map(Resources::memory);
    Memory most = own.get("memory").map(Resources::memory).orElse(part.most(count));
    Memory needed = needed(part, people);
    if (kept.filter(memory -> memory.compareTo(most) > 0).isPresent()) {
      problems.add(
          Diagnostic.error(
                  own.get("guaranteed").orElseThrow().origin().place(),
                  OVER,
                  "more memory is kept for " + part.word() + " than it may use, " + most.label())
              .hint("raise memory to the same, or keep less"));
    }
    own.get("memory")
        .filter(said -> memory(said).compareTo(needed) < 0)
        .ifPresent(
            said ->
                problems.add(
                    Diagnostic.warning(
                            said.origin().place(),
                            LITTLE,
                            part.word()
                                + " is ended when it uses more than "
                                + most.label()
                                + ", and "
                                + people
                                    .map(number -> "with " + number.text() + " people at work it")
                                    .orElse("even for few people it")
                                + " may need "
                                + needed.label())
                        .hint("leave the line out, or write " + needed.quantity() + " or more")));
    own.get("cores")
        .flatMap(Node::scalar)
        .filter(cores -> Part.isTooMuch(cores.number()))
        .ifPresent(
            cores ->
                problems.add(
                    Diagnostic.warning(
                            cores.origin().place(),
                            SECOND,
                            part.word() + " works on one core only, so more stay idle")
                        .hint("write cores: 1")));
  }

  private static void seats(Hub hub, Scalar people, List<Diagnostic> problems) {
    Calendar.of(hub).toCome().stream()
        .filter(event -> event.seats() > people.number().longValue())
        .findFirst()
        .ifPresent(event -> problems.add(fewer(event, people)));
  }

  private static Diagnostic fewer(Event event, Scalar people) {
    return Diagnostic.warning(
            people.origin().place(),
            FEWER,
            "the hub is made for "
                + people.text()
                + " people at work, and "
                + event.seats()
                + " come to "
                + event.title())
        .hint("write people: " + event.seats())
        .related(event.origin().place(), "seats");
  }
}
