package org.hubfleet.capability.environments;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param built where images come from that people had built; absent where they cannot
 */
record OwnImages(Node wish, Optional<Scalar> built) {
  private static final String REST =
      "[a-z0-9._/-]+(:[A-Za-z0-9_][A-Za-z0-9._-]*|@sha256:[0-9a-f]{64})";

  /** As a choice that is written in. */
  Mapping choice() {
    Origin why = wish.origin();
    Told told = new Told(built.isPresent());
    Mapping.Builder choice = Mapping.builder(why).put("enabled", Scalar.bool(true, why));
    told.put(
        choice, "display_name", text("title", "Image"), "description", wish.get("description"));
    told.put(
        choice,
        "display_name_in_choices",
        text("choice", "Another image"),
        "description_in_choices",
        wish.get("choiceDescription"));
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
    if (own.isPresent() && built.isEmpty()) {
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
