package org.hubfleet.model.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hubfleet.model.Hub;
import org.hubfleet.model.form.Wording;
import org.hubfleet.model.people.Groups;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * The field in which people type an image, with the expression that it has to match.
 *
 * @param wish what stands under {@code ownImages}
 * @param built what the names of images begin with that people had built; absent where they cannot
 */
public record OwnImages(Node wish, Optional<Scalar> built) {
  private static final String REST =
      "[a-z0-9._/-]+(:[A-Za-z0-9_][A-Za-z0-9._-]*|@sha256:[0-9a-f]{64})";

  /** The end of the name of an image that was built. */
  private static final String ANY_REST = "owner-repository:0123abc";

  /** What a hub's lines say, where its cluster can build what they ask for. */
  public static OwnImages of(Hub hub, Node wish) {
    Optional<Scalar> built =
        wish.get("build").filter(Node::isTrue).flatMap(yes -> builder(hub, "images", yes.origin()));
    return new OwnImages(wish, built);
  }

  /** Whether lines ask for images to be built. */
  public static boolean isBuilt(Node wish) {
    return wish.get("build").filter(Node::isTrue).isPresent();
  }

  /** A fact about the builder of the hub's cluster. */
  public static Optional<Scalar> builder(Hub hub, String key, Origin why) {
    return hub.cluster()
        .fact("builder." + key)
        .flatMap(Node::scalar)
        .map(
            fact -> Scalar.string(fact.text().replace("{hub}", hub.id()), why.with(fact.origin())));
  }

  /** What an option says where people have images built. */
  public Optional<Mapping> building() {
    return built.map(
        yes -> {
          Origin why = wish.get("build").orElse(wish).origin();
          return Mapping.builder(why).put("enabled", Scalar.bool(true, why)).build();
        });
  }

  /** As a choice that is written in, beside environments of the whole hub. */
  public Mapping choice(Wording wording) {
    return choice(
        wording, Optional.of(text("choice", "Another image")), wish.get("choiceDescription"));
  }

  /** The same in a kind of server, which calls it among its choices what its lines say, if any. */
  public Mapping choiceOfKind(Wording wording) {
    return choice(wording, wish.get("choice"), wish.get("choiceDescription"));
  }

  private Mapping choice(Wording wording, Optional<Node> among, Optional<Node> amongDescription) {
    Origin why = wish.origin();
    Mapping.Builder choice = Mapping.builder(why).put("enabled", Scalar.bool(true, why));
    wording.put(
        choice, "display_name", text("title", "Image"), "description", wish.get("description"));
    among.ifPresent(
        name ->
            wording.put(
                choice,
                "display_name_in_choices",
                name,
                "description_in_choices",
                amongDescription));
    return choice
        .put("validation_regex", expression())
        .put("validation_message", message())
        .put(
            "allowed_groups",
            wish.get("for").map(groups -> Sequence.of(Groups.names(groups), groups.origin())))
        .put("kubespawner_override", Mapping.builder(why).put("image", "{value}").build())
        .build();
  }

  private Node text(String key, String usual) {
    return wish.get(key).orElse(Scalar.string(usual, wish.origin()));
  }

  /** The hub's own expression as it stands, or one for the places it names. */
  private Scalar expression() {
    Optional<Scalar> own = wish.get("pattern").flatMap(Node::scalar);
    if (own.isPresent() && built.filter(b -> !takes(own.get(), b)).isEmpty()) {
      return own.get();
    }
    List<Scalar> places = places();
    String joined =
        Stream.concat(
                own.stream().map(Scalar::text),
                places.isEmpty() ? Stream.empty() : Stream.of(of(places)))
            .map(one -> own.isPresent() && !places.isEmpty() ? "(?:" + one + ")" : one)
            .collect(Collectors.joining("|"));
    return Scalar.string(joined, why(places));
  }

  /** Whether an expression lets images that were built in by itself. */
  private static boolean takes(Scalar expression, Scalar built) {
    try {
      return Pattern.compile(expression.text()).matcher(built.text() + ANY_REST).lookingAt();
    } catch (PatternSyntaxException onlyOfPython) {
      return false;
    }
  }

  private Origin why(List<Scalar> places) {
    Origin first = wish.get("pattern").or(() -> wish.get("from")).orElse(wish).origin();
    return built.filter(places::contains).map(b -> first.with(b.origin())).orElse(first);
  }

  private static String of(List<Scalar> places) {
    String starts =
        places.stream()
            .map(Scalar::text)
            .map(OwnImages::start)
            .map(text -> Pattern.compile("[.]").matcher(text).replaceAll("\\\\."))
            .collect(Collectors.joining("|"));
    return "^(" + starts + ")" + REST + "$";
  }

  /** Where images come from: what is named, and where they are built. */
  private List<Scalar> places() {
    List<Scalar> named = wish.get("from").map(Groups::names).orElse(List.of());
    return Stream.concat(named.stream(), built.stream()).toList();
  }

  private static String start(String place) {
    return place.endsWith("*") ? place.substring(0, place.length() - 1) : place;
  }

  private Node message() {
    Optional<Node> own = wish.get("message");
    if (own.isPresent()) {
      return own.get();
    }
    List<Scalar> named = wish.get("from").map(Groups::names).orElse(List.of());
    String words = named.stream().map(Scalar::text).collect(Collectors.joining(" or "));
    String text =
        named.isEmpty() ? "An image that this hub allows" : "An image with a tag, of " + words;
    return Scalar.string(text, wish.get("from").orElse(wish).origin());
  }
}
