package org.hubfleet.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Turns the events of one document into a located tree: maps, lists and aliases, with limits on
 * depth and size. What single values and keys mean {@link ScalarReader} tells.
 */
final class TreeBuilder {
  /** The document cannot be read any further; the reason is among the problems. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super(null, null, false, false);
    }
  }

  private static final RuleName DUPLICATE_KEY = RuleName.of("yaml/duplicate-key");
  private static final RuleName KEY = RuleName.of("yaml/key");
  private static final RuleName ALIAS = RuleName.of("yaml/alias");
  private static final RuleName TOO_DEEP = RuleName.of("yaml/too-deep");
  private static final RuleName TOO_LARGE = RuleName.of("yaml/too-large");
  private static final RuleName SECOND_DOCUMENT = RuleName.of("yaml/second-document");

  private static final Set<String> MAP_TAGS = Set.of("tag:yaml.org,2002:map");
  private static final Set<String> LIST_TAGS = Set.of("tag:yaml.org,2002:seq");

  private final Dialect dialect;
  private final Limits limits;
  private final Origins origins;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final ScalarReader scalars;
  private final MergeKeys mergeKeys;
  private final Map<String, Node> anchors = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Deque<String> path = new ArrayDeque<>();
  private String file = "";
  private Iterator<Event> events = List.<Event>of().iterator();
  private int depth;
  private int nodes;

  TreeBuilder(Dialect dialect, Limits limits, Origins origins) {
    this.dialect = dialect;
    this.limits = limits;
    this.origins = origins;
    this.scalars = new ScalarReader(dialect, origins, problems);
    this.mergeKeys = new MergeKeys(dialect, problems);
  }

  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** The one document of the text; absent when there is none. */
  Optional<Node> build(String fileName, Iterable<Event> stream) {
    file = fileName;
    events = stream.iterator();
    Optional<Node> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart && root.isPresent()) {
        error(
            place(event),
            SECOND_DOCUMENT,
            "a second document starts here, expected one document a file");
        return root;
      }
      if (event instanceof NodeEvent start) {
        root = emptyDocument(start) ? Optional.empty() : Optional.of(node(start));
      }
    }
    return root;
  }

  private static boolean emptyDocument(NodeEvent start) {
    return start instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  private Node node(NodeEvent event) {
    if (++nodes > limits.nodes()) {
      error(
          place(event),
          TOO_LARGE,
          "more than " + limits.nodes() + " values, each use of an alias counted in full");
      throw new Stop();
    }
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    Optional<String> anchor = event.getAnchor().map(Object::toString);
    Optional<Node> stood = anchor.flatMap(origins::value);
    return stood.isPresent() ? stood.get() : named(event, anchor);
  }

  private Node named(NodeEvent event, Optional<String> anchor) {
    int before = nodes;
    anchor.ifPresent(open::add);
    Node node = read(event, origins.of(place(event)));
    if (anchor.isPresent()) {
      open.remove(anchor.get());
      anchors.put(anchor.get(), node);
      sizes.put(anchor.get(), nodes - before + 1);
    }
    return node;
  }

  private Node read(NodeEvent event, Origin origin) {
    if (event instanceof ScalarEvent scalar) {
      return scalars.value(scalar, place(event), path.contains("values"));
    }
    if (++depth > limits.depth()) {
      error(place(event), TOO_DEEP, "nested more than " + limits.depth() + " levels deep");
      throw new Stop();
    }
    Node node;
    if (event instanceof MappingStartEvent start) {
      scalars.checkTag(start.getTag(), MAP_TAGS, place(start));
      node = mapping(origin);
    } else if (event instanceof SequenceStartEvent start) {
      scalars.checkTag(start.getTag(), LIST_TAGS, place(start));
      node = sequence(origin);
    } else {
      throw new AssertionError("unknown event " + event.getEventId());
    }
    depth--;
    return node;
  }

  private Node aliased(AliasEvent alias) {
    String name = alias.getAlias().toString();
    Node target = anchors.get(name);
    if (target == null) {
      error(
          place(alias),
          ALIAS,
          open.contains(name)
              ? "the alias *" + name + " stands inside the value that it names"
              : "the alias *" + name + " has no anchor before it");
      return Scalar.nothing(origins.of(place(alias)));
    }
    nodes += sizes.getOrDefault(name, 1);
    if (nodes > limits.nodes()) {
      error(
          place(alias),
          TOO_LARGE,
          "more than " + limits.nodes() + " values, each use of an alias counted in full");
      throw new Stop();
    }
    return target;
  }

  private Sequence sequence(Origin origin) {
    List<Node> items = new ArrayList<>();
    Event event = events.next();
    while (event instanceof NodeEvent item) {
      items.add(node(item));
      event = events.next();
    }
    return Sequence.of(items, origin);
  }

  private Mapping mapping(Origin origin) {
    Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    Event event = events.next();
    while (event instanceof NodeEvent key) {
      // The same few names stand in all trees; as one string each they are found faster.
      String name = key(key).intern();
      Place keyPlace = place(key);
      Origin keyOrigin = origins.of(keyPlace);
      path.addLast(name);
      Node value = node((NodeEvent) events.next());
      path.removeLast();
      if (isMerge(key)) {
        merged.addAll(mergeKeys.bases(keyPlace, value, path));
      } else if (entries.containsKey(name)) {
        duplicate(name, keyPlace, entries.get(name).key().place());
        if (dialect == Dialect.HELM) {
          entries.put(name, new Mapping.Entry(keyOrigin, value));
        }
      } else {
        entries.put(name, new Mapping.Entry(keyOrigin, value));
      }
      event = events.next();
    }
    for (Node base : merged) {
      base.mapping().ifPresent(below -> below.entries().forEach(entries::putIfAbsent));
    }
    return new Mapping(entries, origin);
  }

  private void duplicate(String name, Place place, Place first) {
    String said = "the key \"" + name + "\" stands twice in this map";
    problems.add(
        (dialect == Dialect.HELM
                ? Diagnostic.warning(place, DUPLICATE_KEY, said + ", the last one counts")
                : Diagnostic.error(place, DUPLICATE_KEY, said))
            .hint("keep one of the two")
            .related(first, "first here"));
  }

  private static boolean isMerge(NodeEvent key) {
    return key instanceof ScalarEvent scalar && MergeKeys.isOne(scalar);
  }

  private String key(NodeEvent event) {
    if (!(event instanceof ScalarEvent scalar)) {
      error(
          place(event),
          KEY,
          "a key must be a plain word, found a "
              + (event instanceof AliasEvent ? "alias" : "map or list"));
      throw new Stop();
    }
    return isMerge(event) ? scalar.getValue() : scalars.key(scalar, place(event));
  }

  private void error(Place place, RuleName rule, String message) {
    problems.add(Diagnostic.error(place, rule, message));
  }

  private Place place(Event event) {
    return event
        .getStartMark()
        .map(mark -> YamlReader.place(file, mark))
        .orElse(Place.ofFile(file));
  }
}
