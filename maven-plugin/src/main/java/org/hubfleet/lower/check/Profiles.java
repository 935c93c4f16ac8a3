package org.hubfleet.lower.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;

/**
 * Finds profiles that people could not choose as they are meant: {@code profiles/duplicate-slug},
 * {@code profiles/two-defaults}, {@code profiles/no-choice}, {@code profiles/double-dash}, {@code
 * profiles/unchecked-write-in} and {@code profiles/bad-regex}.
 *
 * <p>A slug that is not given is what python-slugify makes of the display name. For names outside
 * ASCII it transliterates by large tables, so two such profiles are compared by their names only.
 */
final class Profiles implements ValuesCheck {
  private static final RuleName DUPLICATE = RuleName.of("profiles/duplicate-slug");
  private static final RuleName TWO_DEFAULTS = RuleName.of("profiles/two-defaults");
  private static final RuleName NO_CHOICE = RuleName.of("profiles/no-choice");
  private static final RuleName DOUBLE_DASH = RuleName.of("profiles/double-dash");
  private static final RuleName UNCHECKED = RuleName.of("profiles/unchecked-write-in");
  private static final RuleName BAD_REGEX = RuleName.of("profiles/bad-regex");

  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    for (String path : List.of("singleuser.profileList", "hub.config.KubeSpawner.profile_list")) {
      List<Node> profiles = values(hub.values().node(path));
      slugs(profiles, problems);
      defaults(profiles, "profiles", problems);
      for (Node profile : profiles) {
        entries(profile.get("profile_options"))
            .forEach((key, option) -> option(key, option, problems));
      }
    }
  }

  private static void option(String key, Mapping.Entry option, List<Diagnostic> problems) {
    dashes("option", key, option, problems);
    Node value = option.value();
    Map<String, Mapping.Entry> choices = entries(value.get("choices"));
    choices.forEach((name, choice) -> dashes("choice", name, choice, problems));
    defaults(choices.values().stream().map(Mapping.Entry::value).toList(), "choices", problems);
    Optional<Node> writeIn = value.get("unlisted_choice");
    boolean open = writeIn.flatMap(w -> w.get("enabled")).filter(Node::isTrue).isPresent();
    if (choices.isEmpty() && !open) {
      problems.add(
          Diagnostic.error(
                  option.key().place(),
                  NO_CHOICE,
                  "the option \"" + key + "\" has nothing to choose from")
              .hint("give it choices, or set unlisted_choice.enabled to true"));
    }
    if (open) {
      writeIn(key, writeIn.get(), problems);
    }
  }

  private static void writeIn(String option, Node writeIn, List<Diagnostic> problems) {
    Optional<Node> regex = writeIn.get("validation_regex").filter(node -> !node.isNull());
    if (regex.isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  writeIn.get("enabled").orElse(writeIn).origin().place(),
                  UNCHECKED,
                  "people may write in anything for the option \"" + option + "\"")
              .hint("add validation_regex, such as ^quay\\.io/our-team/.+:.+$"));
    } else {
      regex
          .flatMap(Node::string)
          .flatMap(PythonRegex::mistake)
          .ifPresent(
              why ->
                  problems.add(
                      Diagnostic.error(
                          regex.get().origin().place(),
                          BAD_REGEX,
                          "this is no regular expression of Python: " + why)));
    }
  }

  private static void dashes(
      String what, String key, Mapping.Entry entry, List<Diagnostic> problems) {
    if (key.contains("--")) {
      problems.add(
          Diagnostic.error(
                  entry.key().place(),
                  DOUBLE_DASH,
                  "the key of the "
                      + what
                      + " \""
                      + key
                      + "\" has two dashes in a row, at which the form splits it")
              .hint("write \"" + key.replaceAll("-{2,}", "-") + "\""));
    }
  }

  private static void slugs(List<Node> profiles, List<Diagnostic> problems) {
    Map<String, Place> first = new LinkedHashMap<>();
    for (Node profile : profiles) {
      Optional<Node> said = profile.get("slug").or(() -> profile.get("display_name"));
      Optional<String> slug =
          profile
              .get("slug")
              .flatMap(Node::string)
              .or(() -> profile.get("display_name").flatMap(Node::string).map(Profiles::slug));
      if (slug.isEmpty()) {
        continue;
      }
      Place place = said.orElse(profile).origin().place();
      Place before = first.putIfAbsent(slug.get(), place);
      if (before != null) {
        problems.add(
            Diagnostic.error(
                    place,
                    DUPLICATE,
                    "two profiles have the slug \""
                        + slug.get()
                        + "\", so the second cannot be chosen")
                .hint("give each profile a slug of its own")
                .related(before, "the first"));
      }
    }
  }

  private static String slug(String name) {
    boolean ascii = name.chars().allMatch(c -> c < 128);
    return ascii
        ? name.toLowerCase(Locale.ROOT)
            .replace("'", "-")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "")
        : name;
  }

  private static void defaults(List<Node> choices, String what, List<Diagnostic> problems) {
    List<Node> defaults =
        choices.stream()
            .flatMap(choice -> choice.get("default").stream())
            .filter(Node::isTrue)
            .toList();
    if (defaults.size() > 1) {
      problems.add(
          Diagnostic.warning(
                  defaults.get(1).origin().place(),
                  TWO_DEFAULTS,
                  "two of these " + what + " are the default; the first counts")
              .related(defaults.get(0).origin().place(), "the first"));
    }
  }

  private static List<Node> values(Optional<Node> profiles) {
    List<Node> found = new ArrayList<>();
    profiles.flatMap(Node::sequence).map(Sequence::items).ifPresent(found::addAll);
    entries(profiles).values().forEach(entry -> found.add(entry.value()));
    return found;
  }

  private static Map<String, Mapping.Entry> entries(Optional<Node> map) {
    return map.flatMap(Node::mapping).map(Mapping::entries).orElse(Map.of());
  }
}
