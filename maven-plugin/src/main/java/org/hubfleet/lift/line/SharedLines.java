package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Told;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SameValue;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * Kinds of servers, with what is the same in several of them said once for the hub.
 *
 * @param before environments that the hub file names already
 */
record SharedLines(List<KindLines> kinds, Optional<Node> before) {
  private static final String ENVIRONMENTS = "environments";
  private static final String OWN = "ownImages";
  private static final String FORM = "form";

  /** All lines. */
  Mapping lines() {
    Mapping.Builder lines = Mapping.builder(kinds.get(0).lines().origin());
    Map<String, Mapping> environments = environments();
    Mapping.Builder shared = Mapping.builder(kinds.get(0).lines().origin());
    environments.forEach(shared::put);
    Optional<Mapping> own = own();
    Optional<Mapping> form = form();
    if (!environments.isEmpty()) {
      lines.put(ENVIRONMENTS, shared.build());
    }
    lines.put(OWN, own);
    lines.put(FORM, form);
    Mapping.Builder servers = Mapping.builder(kinds.get(0).lines().origin());
    for (KindLines kind : kinds) {
      Mapping said = withEnvironments(kind, environments);
      said = own.isPresent() ? withOwn(kind, said) : said;
      servers.put(
          kind.name(), form.isPresent() && isSame(kind, form.get()) ? said.without(FORM) : said);
    }
    return lines.put("servers", servers.build()).build();
  }

  private static boolean isSame(KindLines kind, Mapping form) {
    return kind.lines().get(FORM).filter(own -> SameValue.of(own, form)).isPresent();
  }

  /** Those that more than one kind offers, or that one kind has without a choice. */
  private Map<String, Mapping> environments() {
    Map<String, List<Mapping>> offered = new LinkedHashMap<>();
    for (KindLines kind : kinds) {
      entries(kind)
          .forEach(
              (name, e) ->
                  offered
                      .computeIfAbsent(name, n -> new ArrayList<>())
                      .add(core(e.value().mapping().orElseThrow())));
    }
    Map<String, Mapping> shared = new LinkedHashMap<>();
    offered.forEach(
        (name, all) -> {
          boolean same = all.stream().allMatch(one -> SameValue.of(one, all.get(0)));
          if (all.size() > 1 && same && isFree(name)) {
            shared.put(name, all.get(0));
          }
        });
    if (shared.size() == 1 && fixedNames().isEmpty() && before.isEmpty()) {
      shared.clear();
    }
    fixedNames()
        .forEach((kind, name) -> shared.putIfAbsent(name, kind.environment().orElseThrow()));
    return shared;
  }

  private boolean isFree(String name) {
    return before.flatMap(map -> map.get(name)).isEmpty();
  }

  private Map<KindLines, String> fixedNames() {
    Map<KindLines, String> names = new LinkedHashMap<>();
    for (KindLines kind : kinds) {
      kind.environment()
          .ifPresent(lines -> names.put(kind, EnvironmentWish.name(lines) + "-" + kind.name()));
    }
    names.replaceAll((kind, name) -> name.length() > 39 ? kind.name() + "-only" : name);
    return names;
  }

  /** The line of the hub for the one environment of a kind, with that of the kind. */
  Optional<Mapping> fixed(KindLines kind) {
    return Optional.ofNullable(fixedNames().get(kind))
        .map(
            name -> {
              Mapping lines = kind.environment().orElseThrow();
              return Mapping.builder(lines.origin())
                  .put(ENVIRONMENTS, Told.line(name, lines))
                  .put("servers", Told.line(kind.name() + ".environment", Told.text(name, lines)))
                  .build();
            });
  }

  private static Map<String, Mapping.Entry> entries(KindLines kind) {
    return kind.lines()
        .get(ENVIRONMENTS)
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .orElse(Map.of());
  }

  private static Mapping core(Mapping environment) {
    return environment.without("default").without("for");
  }

  private Mapping withEnvironments(KindLines kind, Map<String, Mapping> shared) {
    String fixed = fixedNames().get(kind);
    if (fixed != null) {
      return kind.lines().with("environment", Told.text(fixed, kind.lines()));
    }
    Mapping.Builder own = Mapping.builder(kind.lines().origin());
    List<Node> names = new ArrayList<>();
    boolean plain = true;
    for (Map.Entry<String, Mapping.Entry> entry : entries(kind).entrySet()) {
      Mapping said = entry.getValue().value().mapping().orElseThrow();
      Mapping base = shared.get(entry.getKey());
      Mapping here = base == null || !SameValue.of(base, core(said)) ? said : own(said);
      plain = plain && here.isEmpty();
      own.put(entry.getKey(), here);
      names.add(Told.text(entry.getKey(), said));
    }
    if (names.isEmpty()) {
      return kind.lines();
    }
    Node all = plain ? Sequence.of(names, kind.lines().origin()) : own.build();
    return kind.lines().with(ENVIRONMENTS, all);
  }

  private static Mapping own(Mapping said) {
    return Mapping.builder(said.origin())
        .put("default", said.get("default"))
        .put("for", said.get("for"))
        .build();
  }

  /** What all kinds that let people type in images say of it. */
  private Optional<Mapping> own() {
    List<Mapping> all =
        kinds.stream()
            .flatMap(kind -> kind.lines().get(OWN).flatMap(Node::mapping).stream())
            .toList();
    boolean same = all.stream().allMatch(one -> SameValue.of(one, all.get(0)));
    return all.size() > 1 && same ? Optional.of(all.get(0)) : Optional.empty();
  }

  private static Mapping withOwn(KindLines kind, Mapping said) {
    if (said.get(OWN).isPresent()) {
      return said.without(OWN);
    }
    return entries(kind).isEmpty() ? said : said.with(OWN, Scalar.bool(false, said.origin()));
  }

  /** That of the first kind, where others ask too. */
  private Optional<Mapping> form() {
    return kinds.size() < 2
        ? Optional.empty()
        : kinds.get(0).lines().get(FORM).flatMap(Node::mapping);
  }
}
