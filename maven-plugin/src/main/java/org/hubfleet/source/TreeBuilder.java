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
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Turns the events of one document into a located tree, with limits on depth and size. */
final class TreeBuilder {
  /** The document cannot be read any further; the reason is among the problems. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super(null, null, false, false);
    }
  }

  private static final RuleName DUPLICATE_KEY = RuleName.of("yaml/duplicate-key");
  private static final RuleName AMBIGUOUS = RuleName.of("yaml/ambiguous-scalar");
  private static final RuleName KEY = RuleName.of("yaml/key");
  private static final RuleName TAG = RuleName.of("yaml/tag");
  private static final RuleName ALIAS = RuleName.of("yaml/alias");
  private static final RuleName MERGE_KEY = RuleName.of("yaml/merge-key");
  private static final RuleName TOO_DEEP = RuleName.of("yaml/too-deep");
  private static final RuleName TOO_LARGE = RuleName.of("yaml/too-large");
  private static final RuleName SECOND_DOCUMENT = RuleName.of("yaml/second-document");
  private static final RuleName ODD_CHARACTER = RuleName.of("yaml/odd-character");

  /** No-break and zero-width spaces and typographic quotes: they look like syntax and are none. */
  private static final Pattern ODD =
      Pattern.compile("[\\u00a0\\u200b-\\u200d\\u2060\\ufeff]|^[\\u201c\\u201d\\u2018\\u2019]");

  private static final Set<String> MAP_TAGS = Set.of("tag:yaml.org,2002:map");
  private static final Set<String> LIST_TAGS = Set.of("tag:yaml.org,2002:seq");
  private static final Set<String> STRING_TAGS = Set.of("tag:yaml.org,2002:str", "!");

  /** Half of a pair that encodes one character: no text in UTF-8 can hold it. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  /** YAML finds the colon of a key on one line only within 1,024 characters. */
  private static final int LONGEST_KEY = 1000;

  private static final int LONGEST_ESCAPE = "\\u0000".length();

  private final Dialect dialect;
  private final Limits limits;
  private final Origins origins;
  private final List<Diagnostic> problems = new ArrayList<>();
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
      return scalar(scalar, origin);
    }
    if (++depth > limits.depth()) {
      error(place(event), TOO_DEEP, "nested more than " + limits.depth() + " levels deep");
      throw new Stop();
    }
    Node node;
    if (event instanceof MappingStartEvent start) {
      checkTag(start.getTag(), MAP_TAGS, place(start));
      node = mapping(origin);
    } else if (event instanceof SequenceStartEvent start) {
      checkTag(start.getTag(), LIST_TAGS, place(start));
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
      String name = key(key);
      Place keyPlace = place(key);
      Origin keyOrigin = origins.of(keyPlace);
      path.addLast(name);
      Node value = node((NodeEvent) events.next());
      path.removeLast();
      if (isMerge(key)) {
        merged.addAll(mergedInto(keyPlace, value));
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
    return key instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().equals("<<");
  }

  private List<Node> mergedInto(Place place, Node value) {
    checkMerge(place);
    List<Node> bases = value instanceof Sequence list ? list.items() : List.of(value);
    if (!bases.stream().allMatch(Mapping.class::isInstance)) {
      error(place, MERGE_KEY, "a merge key takes a map or a list of maps");
    }
    return bases;
  }

  private void checkMerge(Place place) {
    boolean inValues = false;
    String before = "";
    for (String step : path) {
      inValues |= step.equals("values") && before.equals("overrides");
      before = step;
    }
    if (dialect == Dialect.STRICT && !inValues) {
      problems.add(
          Diagnostic.error(place, MERGE_KEY, "merge keys are accepted only inside overrides.values")
              .hint(
                  "write the keys out, or set them under defaults: of the community or the fleet"));
    }
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
    String text = scalar.getValue();
    checkOddCharacters(scalar);
    if (text.length() > LONGEST_KEY / LONGEST_ESCAPE
        && JsonWriter.quoted(text).length() > LONGEST_KEY) {
      error(place(event), KEY, "a key has at most " + LONGEST_KEY + " characters");
      throw new Stop();
    }
    if (!scalar.isPlain() || isMerge(event)) {
      return text;
    }
    if (dialect == Dialect.HELM) {
      return helmKey(text, place(event));
    }
    if (PlainScalar.isAmbiguous(text) && !PlainScalar.isInteger(text)) {
      problems.add(
          Diagnostic.error(
                  place(event),
                  AMBIGUOUS,
                  "the key " + shown(text) + " is read differently by YAML 1.1 and 1.2")
              .hint("write \"" + text + "\""));
    }
    return text;
  }

  /** Helm turns a key that YAML 1.1 reads as a boolean or a number into the text of that value. */
  private String helmKey(String text, Place place) {
    String read = PlainScalar.helm(text, origins.of(place)).text();
    if (!read.equals(text) && !text.isEmpty() && !text.equals("~")) {
      warn(place, "the key " + shown(text) + " is read as \"" + read + "\"");
      return read;
    }
    return text;
  }

  private void warn(Place place, String message) {
    problems.add(Diagnostic.warning(place, AMBIGUOUS, message));
  }

  private Node scalar(ScalarEvent event, Origin origin) {
    Optional<String> tag = event.getTag();
    checkTag(tag, STRING_TAGS, place(event));
    checkOddCharacters(event);
    if (!event.isPlain() || tag.isPresent()) {
      return Scalar.string(event.getValue(), origin);
    }
    String text = event.getValue();
    if (dialect == Dialect.HELM) {
      return helm(text, origin);
    }
    Optional<Scalar> value = PlainScalar.strict(text, origin);
    if (value.isPresent()) {
      return value.get();
    }
    if (!PlainScalar.isDate(text) || path.contains("values")) {
      problems.add(
          Diagnostic.error(
                  place(event), AMBIGUOUS, shown(text) + " is read differently by YAML 1.1 and 1.2")
              .hint(PlainScalar.replacementFor(text, origin)));
    }
    return Scalar.string(text, origin);
  }

  private Scalar helm(String text, Origin origin) {
    Scalar read = PlainScalar.helm(text, origin);
    Optional<Scalar> plain = PlainScalar.strict(text, origin);
    if (!plain.equals(Optional.of(read)) && !PlainScalar.isDate(text)) {
      String word = read.kind() == Scalar.Kind.STRING ? "text" : read.kindWord();
      String shown = read.kind() == Scalar.Kind.STRING ? "\"" + text + "\"" : read.text();
      warn(origin.place(), shown(text) + " is read as the " + word + " " + shown);
    }
    return read;
  }

  private void checkOddCharacters(ScalarEvent event) {
    if (event.getValue().chars().allMatch(c -> c < 0x80)) {
      return;
    }
    if (dialect == Dialect.STRICT && event.isPlain() && ODD.matcher(event.getValue()).find()) {
      problems.add(
          Diagnostic.error(
                  place(event),
                  ODD_CHARACTER,
                  "an invisible or typographic character stands in an unquoted value")
              .hint("type it again with plain spaces and quotes, or quote the value"));
    }
    if (!event.isPlain() && HALF.matcher(event.getValue()).find()) {
      problems.add(
          Diagnostic.error(
                  place(event), ODD_CHARACTER, "half of a character stands here (a lone surrogate)")
              .hint("write the character itself"));
    }
  }

  private void checkTag(Optional<String> tag, Set<String> allowed, Place place) {
    if (tag.isPresent() && !allowed.contains(tag.get())) {
      error(place, TAG, "the tag " + shown(tag.get()) + " is not accepted");
    }
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
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
