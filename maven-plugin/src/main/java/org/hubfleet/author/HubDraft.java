package org.hubfleet.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/**
 * The hub file to be: what the hub is, what it refers to, and last the values in one block.
 *
 * @param values by root
 * @param references path of each credential and where it stood
 * @param extensions path from its root and word for the type
 */
record HubDraft(
    ImportRequest request,
    Mapping values,
    Map<ValuePath, Place> references,
    Map<String, String> extensions,
    Map<ExpectedObjects.Reference, ExpectedObjects.Use> expected) {
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

  /** The tree of the hub file. */
  Mapping tree() {
    Origin here = here();
    Mapping.Builder hub = Mapping.builder(here).put("cluster", request.cluster());
    domain().ifPresent(name -> hub.put("domain", name));
    request.namespace().ifPresent(name -> hub.put("namespace", name));
    request.release().ifPresent(name -> hub.put("release", name));
    if (!references.isEmpty()) {
      hub.put("secrets", secrets());
    }
    if (!extensions.isEmpty()) {
      hub.put("extensions", extensionLines());
    }
    if (!expected.isEmpty()) {
      hub.put("expects", expects());
    }
    Mapping block =
        Mapping.builder(here).put("why", "imported from " + files()).put("values", values).build();
    boolean any = values.entries().values().stream().anyMatch(e -> !isEmpty(e.value()));
    if (any) {
      hub.put("overrides", Sequence.of(List.of(block), here));
    }
    return hub.build();
  }

  private static boolean isEmpty(Node node) {
    return node instanceof Mapping map && map.isEmpty();
  }

  private Origin here() {
    return Origin.at(Place.ofFile(request.file()), Layer.HUB);
  }

  private String files() {
    return request.values().stream()
        .map(file -> file.name().substring(file.name().lastIndexOf('/') + 1))
        .collect(Collectors.joining(", "));
  }

  /** The domain asked for, else the first plain host of an Ingress that is switched on. */
  private Optional<String> domain() {
    return request.domain().or(this::host);
  }

  private Optional<String> host() {
    Optional<Node> ingress = values.at("jupyterhub.ingress");
    boolean enabled = ingress.flatMap(i -> i.get("enabled")).filter(Node::isTrue).isPresent();
    return ingress
        .filter(i -> enabled)
        .flatMap(i -> i.get("hosts"))
        .flatMap(Node::sequence)
        .flatMap(hosts -> hosts.items().stream().findFirst())
        .flatMap(Node::string)
        .filter(name -> DOMAIN.matcher(name).matches());
  }

  private Map<ValuePath, SecretNames.Target> targets() {
    return new SecretNames(request.id()).of(references.keySet());
  }

  private Mapping secrets() {
    Mapping.Builder lines = Mapping.builder(here());
    targets()
        .forEach(
            (path, target) -> {
              Mapping.Builder line = Mapping.builder(here()).put("secret", target.secret());
              if (!target.key().isEmpty()) {
                line.put("key", target.key());
              }
              lines.put(path.toString(), line.build());
            });
    return lines.build();
  }

  private Sequence extensionLines() {
    List<Node> lines = new ArrayList<>();
    extensions.forEach(
        (path, type) ->
            lines.add(Mapping.builder(here()).put("path", path).put("type", type).build()));
    return Sequence.of(lines, here());
  }

  private Sequence expects() {
    List<Node> lines = new ArrayList<>();
    expected.forEach(
        (object, use) -> {
          Mapping.Builder line =
              Mapping.builder(here()).put("kind", object.kind()).put("name", object.name());
          if (!use.keys().isEmpty()) {
            List<Scalar> keys = use.keys().stream().map(k -> Scalar.string(k, here())).toList();
            line.put("keys", Sequence.of(keys, here()));
          }
          lines.add(line.build());
        });
    return Sequence.of(lines, here());
  }

  /** What the head of the file says about values, as notes. */
  List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    targets()
        .forEach(
            (path, target) ->
                notes.add(
                    new Note(
                        Note.Kind.SECRET, references.get(path), path.toString(), from(target))));
    expected.forEach(
        (object, use) ->
            notes.add(
                new Note(
                    Note.Kind.EXPECTED,
                    use.place(),
                    ValuePath.of("jupyterhub").then(use.path()).toString(),
                    object.toString())));
    return notes;
  }

  private static String from(SecretNames.Target target) {
    if (target.key().isEmpty()) {
      return "from the Secret " + target.secret();
    }
    String said = "from the key " + target.key() + " of the Secret " + target.secret();
    return target.key().equals("crypt-keys") ? said + ", all keys joined by semicolons" : said;
  }
}
