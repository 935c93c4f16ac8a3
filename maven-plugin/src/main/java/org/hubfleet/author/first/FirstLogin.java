package org.hubfleet.author.first;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * How people of a new hub log in, from two words of a command line.
 *
 * @param tree what stands under {@code access}, without admins
 * @param comment what people have to know and do, a line each
 */
record FirstLogin(Mapping tree, List<String> comment) {
  private static final Origin HERE = Origin.at(Place.ofFile("config"), Layer.HUB);
  private static final String EVERYONE =
      "Everyone who has an account there may; take the line away and name people under users.";

  /** What goes with each way, for those who ask wrongly; sorted by its word. */
  private static final Map<String, String> WAYS = new TreeMap<>();

  static {
    WAYS.put("auth0", "the address of the server");
    WAYS.put("canvas", "the address of the platform and a client id");
    WAYS.put("dummy", "");
    WAYS.put("entra", "the address of the tenant");
    WAYS.put("github", "organisations, or organisation:team");
    WAYS.put("gitlab", "the address of the server");
    WAYS.put("google", "domains");
    WAYS.put("institutions", "names with @domain or =entity id");
    WAYS.put("keycloak", "the address of the realm");
    WAYS.put("moodle", "the address of the platform and a client id");
    WAYS.put("okta", "the address of the server");
    WAYS.put("password", "");
    WAYS.put("temporary", "");
  }

  /** The ways that there are, sorted. */
  static List<String> ways() {
    return List.copyOf(WAYS.keySet());
  }

  /** What is wrong with such a pair of words, in a sentence. */
  static Optional<String> mistake(String way, List<String> allowed) {
    if (!WAYS.containsKey(way)) {
      return Optional.of(
          "login is one of " + String.join(", ", ways()) + ", found \"" + way + "\"");
    }
    String wanted = WAYS.get(way);
    int least = way.equals("moodle") || way.equals("canvas") ? 2 : 1;
    return wanted.isEmpty() || allowed.size() >= least
        ? Optional.empty()
        : Optional.of("login " + way + " needs allowed: " + wanted + ", separated by commas");
  }

  /** What the words mean, which have no mistake. */
  static FirstLogin of(String way, List<String> allowed, String secret) {
    List<String> registered =
        List.of(
            "Register the hub there with the callback URL that hubs:explain shows, and put"
                + " client-id and",
            "client-secret into the Secret " + secret + " in the hub's namespace.");
    return switch (way) {
      case "github" -> new FirstLogin(map("github", list(allowed)), registered);
      case "google" -> new FirstLogin(map("google", list(allowed)), registered);
      case "institutions" -> new FirstLogin(map("institutions", institutions(allowed)), registered);
      case "moodle", "canvas" -> new FirstLogin(map("lti", platform(way, allowed)), List.of());
      case "password" ->
          new FirstLogin(
              map("password", yes()),
              List.of(
                  "One password for all, from the Secret " + secret + ": for a few days at most."));
      case "temporary" ->
          new FirstLogin(
              map("temporary", yes()),
              List.of("Everyone gets a new name at each visit and keeps nothing."));
      case "dummy" ->
          new FirstLogin(
              map("dummy", yes()), List.of("Any name, any password: on clusters for tests only."));
      default ->
          new FirstLogin(
              map("oidc", map("kind", text(way)).with("url", text(allowed.get(0))))
                  .with("everyone", yes()),
              concat(registered, EVERYONE));
    };
  }

  private static List<String> concat(List<String> lines, String last) {
    return Stream.concat(lines.stream(), Stream.of(last)).toList();
  }

  private static Mapping platform(String kind, List<String> allowed) {
    return map("kind", text(kind))
        .with("url", text(allowed.get(0)))
        .with("clientIds", list(allowed.subList(1, allowed.size())));
  }

  /** Each {@code name}, {@code name@domain} or {@code name=entity id}. */
  private static Mapping institutions(List<String> allowed) {
    Mapping.Builder all = Mapping.builder(HERE);
    for (String one : allowed) {
      String[] idp = one.split("=", 2);
      String[] domain = idp[0].split("@", 2);
      Mapping who =
          domain.length > 1 ? map("domains", list(List.of(domain[1]))) : map("everyone", yes());
      all.put(
          domain[0], idp.length > 1 ? map("idp", text(idp[1])).with(key(who), value(who)) : who);
    }
    return all.build();
  }

  private static String key(Mapping one) {
    return one.entries().keySet().iterator().next();
  }

  private static Node value(Mapping one) {
    return one.entries().values().iterator().next().value();
  }

  static Mapping map(String key, Node value) {
    return Mapping.builder(HERE).put(key, value).build();
  }

  static Sequence list(List<String> texts) {
    return Sequence.of(texts.stream().map(FirstLogin::text).toList(), HERE);
  }

  static Scalar text(String text) {
    return Scalar.string(text, HERE);
  }

  private static Scalar yes() {
    return Scalar.bool(true, HERE);
  }

  /** The words between commas. */
  static List<String> words(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }
}
