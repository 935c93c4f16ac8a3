package org.hubfleet.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.pod.SecretArrival;
import org.hubfleet.model.SecretText;
import org.hubfleet.schema.SchemaStep;
import org.hubfleet.schema.SchemaWalk;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * Takes every credential out of the values, by the same judgement that refuses them in {@code
 * config/}. What can arrive by a Secret becomes a path for a {@code secrets:} line; what cannot is
 * lost, for it is never written.
 */
final class Credentials {
  private static final ValuePath HUB = ValuePath.of("jupyterhub");
  private static final Pattern PASSWORD_IN_URL =
      Pattern.compile("([a-z][a-z0-9+.-]*://[^/\\s:@]+):[^/\\s@]+@(.*)", Pattern.DOTALL);

  private static final ValuePath DATABASE = ValuePath.of("hub", "db", "url");
  private static final ValuePath CERTIFICATE =
      HUB.then(ValuePath.of("proxy", "https", "manual", "cert"));

  private record Found(ValuePath path, Node node, String why) {}

  private final SchemaWalk walk;
  private final String variables;
  private final Map<ValuePath, Place> referenced = new LinkedHashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private Mapping tree;

  /**
   * @param walk beside the vocabulary below {@code jupyterhub}
   * @param hub id of the hub
   * @param tree of all roots
   */
  Credentials(SchemaWalk walk, String hub, Mapping tree) {
    this.walk = walk;
    this.variables = hub + "-variables";
    this.tree = tree;
  }

  /** The tree without credentials. */
  Mapping tree() {
    return tree;
  }

  /** The paths that need a {@code secrets:} line, each with where its credential stood. */
  Map<ValuePath, Place> referenced() {
    return referenced;
  }

  /** What was done; the notes of references are made with their names. */
  List<Note> notes() {
    return notes;
  }

  /** Takes out what stands in the values as plain text. */
  Credentials plain() {
    List<Found> found = new ArrayList<>();
    tree.get("jupyterhub").ifPresent(hub -> walk.walk(hub, HUB, step -> inspect(step, found)));
    // The last first: what goes from a list moves only what comes after it.
    for (int i = found.size() - 1; i >= 0; i--) {
      Found one = found.get(i);
      if (tree.at(HUB.then(one.path())).isPresent()) {
        take(one.path(), one.node(), one.why());
      }
    }
    return this;
  }

  private void inspect(SchemaStep step, List<Found> found) {
    ValuePath path = below(step.path());
    boolean known = !found.isEmpty() && isIn(path, found.get(found.size() - 1).path());
    if (known || path.segments().isEmpty()) {
      return;
    }
    if (isMarked(step) && hasContent(step.value())) {
      found.add(new Found(path, step.value(), "a credential"));
    } else {
      SecretText.why(step).ifPresent(why -> found.add(new Found(path, step.value(), why)));
    }
  }

  private static boolean isIn(ValuePath path, ValuePath outer) {
    int depth = outer.segments().size();
    return path.segments().size() >= depth
        && path.segments().subList(0, depth).equals(outer.segments());
  }

  private static ValuePath below(ValuePath path) {
    int root = HUB.segments().size();
    return new ValuePath(path.segments().subList(root, path.segments().size()));
  }

  /** A certificate is no secret, but it lies in one Secret with its key. */
  private static boolean isMarked(SchemaStep step) {
    return step.is("x-credential")
        || step.text("x-holds-credentials").filter("values"::equals).isPresent()
        || step.path().equals(CERTIFICATE);
  }

  private static boolean hasContent(Node node) {
    if (node instanceof Scalar scalar) {
      boolean text = scalar.kind() == Scalar.Kind.STRING && !scalar.text().isEmpty();
      return text || scalar.isNumber();
    }
    return !(node instanceof Mapping map && map.isEmpty())
        && !(node instanceof Sequence list && list.items().isEmpty());
  }

  private Optional<String> listedName(ValuePath variable) {
    return tree.at(HUB.then(variable)).flatMap(n -> n.get("name")).flatMap(Node::string);
  }

  private void take(ValuePath path, Node node, String why) {
    if (path.equals(DATABASE) && node instanceof Scalar url && databaseUrl(path, url)) {
      return;
    }
    Place place = node.origin().place();
    ValuePath full = HUB.then(path);
    Optional<ValuePath> target = target(path, node);
    if (target.isPresent()) {
      referenced.putIfAbsent(HUB.then(target.get()), place);
      tree = TreeEdit.without(tree, removable(path, target.get()));
      return;
    }
    Optional<ValuePath> variable = variable(path);
    if (variable.isPresent()) {
      selector(variable.get(), path, place);
      return;
    }
    tree = TreeEdit.without(tree, full);
    notes.add(new Note(Note.Kind.LOST, place, full.toString(), why + ": " + advice(path)));
  }

  private static ValuePath removable(ValuePath path, ValuePath target) {
    boolean inside = path.segments().size() > target.segments().size();
    ValuePath gone = inside ? target : path;
    if (last(target).equals("stringData")) {
      int depth = target.segments().size() - 1;
      gone = new ValuePath(path.segments().subList(0, depth + 1));
    }
    return HUB.then(gone);
  }

  /** The path that a {@code secrets:} line would name; absent when nothing carries it there. */
  private static Optional<ValuePath> target(ValuePath path, Node node) {
    boolean keys = path.toString().equals("hub.config.CryptKeeper.keys");
    if (!(node instanceof Scalar || keys)) {
      return Optional.empty();
    }
    return upTo(path, "extraEnv", 1)
        .or(() -> upTo(path, "extraFiles", 1).map(file -> file.key("stringData")))
        .or(() -> Optional.of(path))
        .filter(candidate -> SecretArrival.of(HUB.then(candidate)).isPresent());
  }

  /** The variable whose text this is, where a Kubernetes variable stands: of a list, or named. */
  private Optional<ValuePath> variable(ValuePath path) {
    List<ValuePath.Segment> steps = path.segments();
    int size = steps.size();
    ValuePath parent = new ValuePath(steps.subList(0, size - 1));
    boolean listed = last(path).equals("value") && listedName(parent).isPresent();
    boolean named = size > 2 && key(steps.get(size - 2)).equals("environment");
    boolean inServer = path.toString().startsWith("singleuser.profileList");
    return listed ? Optional.of(parent) : named && inServer ? Optional.of(path) : Optional.empty();
  }

  /** A variable that Kubernetes itself fills from a Secret. */
  private void selector(ValuePath variable, ValuePath text, Place place) {
    Node before = tree.at(HUB.then(variable)).orElseThrow();
    Optional<String> given = before.get("name").flatMap(Node::string);
    String name = given.orElse(last(variable));
    Origin origin = before.origin();
    Mapping reference =
        Mapping.builder(origin)
            .put("name", variables)
            .put("key", name.replaceAll("[^-._a-zA-Z0-9]", "-"))
            .build();
    Mapping.Builder filled = Mapping.builder(origin);
    given.ifPresent(word -> filled.put("name", word));
    filled.put("valueFrom", Mapping.builder(origin).put("secretKeyRef", reference).build());
    tree = TreeEdit.with(tree, HUB.then(variable), filled.build());
    notes.add(
        new Note(
            Note.Kind.SECRET,
            place,
            HUB.then(text).toString(),
            "from the key " + name + " of the Secret " + variables + ", as valueFrom"));
  }

  private static Optional<ValuePath> upTo(ValuePath path, String word, int further) {
    for (int i = 0; i + further < path.segments().size(); i++) {
      if (key(path.segments().get(i)).equals(word)) {
        return Optional.of(new ValuePath(path.segments().subList(0, i + further + 1)));
      }
    }
    return Optional.empty();
  }

  private static String advice(ValuePath path) {
    if (path.toString().startsWith("hub.extraConfig")) {
      return "the whole piece of code was left out; put the credential below jupyterhub.custom with"
          + " a secrets: line, read it there with get_config, and add the piece again";
    }
    return "no Secret can be read from there; put it below jupyterhub.custom or in a variable with"
        + " a secrets: line";
  }

  private boolean databaseUrl(ValuePath path, Scalar url) {
    Matcher parts = PASSWORD_IN_URL.matcher(url.text());
    if (!parts.matches()) {
      return false;
    }
    ValuePath password = HUB.then(ValuePath.of("hub", "db", "password"));
    Scalar without = Scalar.string(parts.group(1) + "@" + parts.group(2), url.origin());
    tree = TreeEdit.with(tree, HUB.then(path), without);
    referenced.putIfAbsent(password, url.origin().place());
    notes.add(
        new Note(
            Note.Kind.MENDED,
            url.origin().place(),
            HUB.then(path).toString(),
            "the password was taken out of the address, it arrives by the Secret"));
    return true;
  }

  private static String last(ValuePath path) {
    return key(path.segments().get(path.segments().size() - 1));
  }

  private static String key(ValuePath.Segment segment) {
    return segment instanceof ValuePath.Key key ? key.name() : "";
  }
}
