package org.hubfleet.lift.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.lift.Told;
import org.hubfleet.model.pool.Pools;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * A profile as a kind of server.
 *
 * @param name what lines call it
 * @param lines what stands below its name, with everything it offers spelled out
 * @param environment the image that all its servers have; absent where people choose or none is
 *     said
 * @param left what no line says, as an entry of the list of profiles
 */
record KindLines(String name, Mapping lines, Optional<Mapping> environment, Mapping left) {
  private static final String NAME = "[a-z0-9]([a-z0-9_]|-(?!-)){0,38}";
  private static final String OPTIONS = "profile_options";
  private static final String CHOICES = "choices";

  /** That of a profile. */
  static KindLines of(String name, Mapping profile, Pools pools, boolean builder) {
    Rest rest = new Rest(profile);
    Mapping.Builder lines = Mapping.builder(profile.origin());
    EnvironmentWish.people(rest, lines);
    Rest override = Rest.of(rest.take(EnvironmentWish.OVERRIDE), profile);
    Optional<Mapping> fixed = EnvironmentWish.fixed(override, profile);
    if (SizeWish.isIn(override)) {
      Mapping.Builder size = Mapping.builder(profile.origin());
      new SizeWish(pools).take(override, profile, size);
      lines.put("size", size.build());
    }
    Mapping.Builder form = Mapping.builder(profile.origin());
    options(rest, profile, new Asked(pools, builder), lines, form);
    rest.back(EnvironmentWish.OVERRIDE, override.left());
    Mapping asked = form.build();
    lines.put("form", Optional.of(asked).filter(map -> !map.isEmpty()));
    return new KindLines(name, lines.build(), fixed, rest.left());
  }

  /** What it depends on how an option is said. */
  private record Asked(Pools pools, boolean builder) {}

  private static void options(
      Rest rest, Mapping profile, Asked asked, Mapping.Builder lines, Mapping.Builder form) {
    Rest options = Rest.of(rest.take(OPTIONS), profile);
    boolean images = false;
    boolean sizes = false;
    for (Map.Entry<String, Mapping.Entry> entry : options.left().entries().entrySet()) {
      Mapping option = entry.getValue().value().mapping().orElseThrow();
      boolean ofImages = offers(option, "image");
      Rest rests = new Rest(option);
      if (ofImages && !images) {
        images = true;
        environments(rests, option, lines);
        ownImages(rests, option, asked.builder(), lines);
        form.put("environment", question(entry.getKey(), rests, option));
        descriptions(option, form);
      } else if (!ofImages && !sizes && isOfSizes(option)) {
        sizes = true;
        sizes(rests, option, asked.pools(), lines);
        form.put("size", question(entry.getKey(), rests, option));
        descriptions(option, form);
      }
      options.take(entry.getKey());
      options.back(entry.getKey(), rests.left());
    }
    rest.back(OPTIONS, options.left());
  }

  private static boolean offers(Mapping option, String key) {
    return choices(option).values().stream()
        .flatMap(choice -> choice.value().get(EnvironmentWish.OVERRIDE).stream())
        .anyMatch(override -> override.get(key).isPresent());
  }

  private static boolean isOfSizes(Mapping option) {
    return choices(option).values().stream()
        .flatMap(choice -> choice.value().get(EnvironmentWish.OVERRIDE).stream())
        .flatMap(override -> override.mapping().stream())
        .anyMatch(override -> SizeWish.isIn(new Rest(override)));
  }

  private static Map<String, Mapping.Entry> choices(Mapping option) {
    return option.get(CHOICES).flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }

  private static Mapping question(String key, Rest option, Mapping at) {
    return Mapping.builder(at.origin())
        .put("key", key)
        .put("title", option.take("display_name", Rest::isText))
        .build();
  }

  /** Descriptions stand apart where a choice has one. */
  private static void descriptions(Mapping option, Mapping.Builder form) {
    boolean some =
        choices(option).values().stream().anyMatch(c -> c.value().get("description").isPresent())
            || option
                .get("unlisted_choice")
                .filter(
                    own ->
                        own.get("description").isPresent()
                            || own.get("description_in_choices").isPresent())
                .isPresent();
    if (some) {
      form.put("descriptions", "apart");
    }
  }

  private static void environments(Rest rest, Mapping option, Mapping.Builder lines) {
    Rest choices = Rest.of(rest.take(CHOICES), option);
    Mapping.Builder all = Mapping.builder(option.origin());
    boolean chosen = false;
    for (Map.Entry<String, Mapping.Entry> entry : choices.left().entries().entrySet()) {
      Mapping choice = entry.getValue().value().mapping().orElseThrow();
      Optional<EnvironmentWish> wish =
          Optional.of(choice)
              .filter(one -> entry.getKey().matches(NAME))
              .flatMap(EnvironmentWish::of);
      if (wish.isPresent()) {
        boolean second = chosen && isDefault(wish.get().lines());
        chosen = chosen || isDefault(wish.get().lines());
        Mapping said = wish.get().lines();
        all.put(entry.getKey(), second ? said.without("default") : said);
        choices.take(entry.getKey());
        choices.back(entry.getKey(), second(wish.get().left(), choice, second));
      }
    }
    rest.back(CHOICES, choices.left());
    lines.put("environments", Optional.of(all.build()).filter(map -> !map.isEmpty()));
  }

  private static void sizes(Rest rest, Mapping option, Pools pools, Mapping.Builder lines) {
    Rest choices = Rest.of(rest.take(CHOICES), option);
    Mapping.Builder all = Mapping.builder(option.origin());
    boolean chosen = false;
    for (Map.Entry<String, Mapping.Entry> entry : choices.left().entries().entrySet()) {
      Mapping choice = entry.getValue().value().mapping().orElseThrow();
      Rest left = new Rest(choice);
      Rest override = Rest.of(left.take(EnvironmentWish.OVERRIDE), choice);
      if (entry.getKey().matches(NAME) && SizeWish.isIn(override)) {
        Mapping.Builder size = Mapping.builder(choice.origin());
        EnvironmentWish.people(left, size);
        new SizeWish(pools).take(override, choice, size);
        left.back(EnvironmentWish.OVERRIDE, override.left());
        Mapping said = size.build();
        boolean second = chosen && isDefault(said);
        chosen = chosen || isDefault(said);
        all.put(entry.getKey(), second ? said.without("default") : said);
        choices.take(entry.getKey());
        choices.back(entry.getKey(), second(left.left(), choice, second));
      }
    }
    rest.back(CHOICES, choices.left());
    lines.put("sizes", Optional.of(all.build()).filter(map -> !map.isEmpty()));
  }

  private static boolean isDefault(Node lines) {
    return lines.get("default").isPresent();
  }

  /** Of two defaults upstream takes the first, so the second stays where it stood. */
  private static Mapping second(Mapping left, Mapping choice, boolean isSecond) {
    return isSecond ? left.with("default", choice.get("default").orElseThrow()) : left;
  }

  private static void ownImages(Rest rest, Mapping option, boolean builder, Mapping.Builder lines) {
    Rest own = Rest.of(rest.take("unlisted_choice"), option);
    Rest override = Rest.of(own.take(EnvironmentWish.OVERRIDE), option);
    boolean typed =
        own.take("enabled", Node::isTrue).isPresent()
            && override
                .take("image", image -> image.string().filter("{value}"::equals).isPresent())
                .isPresent();
    own.back(EnvironmentWish.OVERRIDE, override.left());
    if (!typed || !own.has("validation_regex")) {
      option
          .get("unlisted_choice")
          .flatMap(Node::mapping)
          .ifPresent(all -> rest.back("unlisted_choice", all));
      return;
    }
    Mapping.Builder said =
        Mapping.builder(option.origin())
            .put("pattern", own.take("validation_regex", Rest::isText))
            .put("message", own.take("validation_message", Rest::isText))
            .put("title", own.take("display_name", Rest::isText))
            .put("description", own.take("description", Rest::isText))
            .put("choice", own.take("display_name_in_choices", Rest::isText))
            .put("choiceDescription", own.take("description_in_choices", Rest::isText))
            .put("for", own.take("allowed_groups", Rest::isTexts));
    Rest building = Rest.of(rest.take("dynamic_image_building"), option);
    Optional<Node> built = building.take("enabled", on -> on.isTrue() && builder);
    said.put("build", built);
    rest.back("dynamic_image_building", building.left());
    rest.back("unlisted_choice", own.left());
    lines.put("ownImages", said.build());
  }

  /** The lines one by one, each of which means something beside the first. */
  List<Mapping> parts() {
    List<Mapping> parts = new ArrayList<>();
    Map<String, Mapping.Entry> later = new LinkedHashMap<>();
    Mapping.Builder first = Mapping.builder(lines.origin());
    lines
        .entries()
        .forEach(
            (key, entry) -> {
              boolean simple = entry.value().scalar().isPresent();
              if (simple) {
                first.put(key, entry.value());
              } else {
                later.put(key, entry);
              }
            });
    parts.add(first.build());
    later.forEach(
        (key, entry) -> {
          if (key.equals("environments") || key.equals("sizes")) {
            entry
                .value()
                .mapping()
                .orElseThrow()
                .entries()
                .forEach((name, one) -> part(key + "." + name, one.value(), parts));
          } else {
            parts.add(Told.line(key, entry.value()));
          }
        });
    return parts;
  }

  private static void part(String path, Node one, List<Mapping> parts) {
    Mapping lines = one.mapping().orElseThrow();
    parts.add(Told.line(path, lines.without("for")));
    lines.get("for").ifPresent(groups -> parts.add(Told.line(path + ".for", groups)));
  }
}
