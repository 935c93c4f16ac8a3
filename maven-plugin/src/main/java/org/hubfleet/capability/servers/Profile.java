package org.hubfleet.capability.servers;

import java.util.List;
import java.util.Optional;
import org.hubfleet.model.form.Form;
import org.hubfleet.model.form.Form.Question;
import org.hubfleet.model.people.Groups;
import org.hubfleet.model.server.Environment;
import org.hubfleet.model.server.Kind;
import org.hubfleet.model.server.OwnImages;
import org.hubfleet.model.size.KindSizes;
import org.hubfleet.model.size.Size;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.TreeMerge;

/**
 * A kind of server as a profile of KubeSpawner, which says no more than its lines do.
 *
 * @param isFirstDefault whether it is the one that people get unless they choose otherwise
 */
record Profile(Kind kind, KindSizes sizes, boolean isFirstDefault) {
  Mapping tree() {
    Mapping wish = kind.wish();
    Mapping override = override();
    Mapping options = options();
    Mapping.Builder profile = Mapping.builder(kind.why());
    profile
        .put("display_name", wish.get("title").orElse(Scalar.string(kind.name(), kind.why())))
        .put("description", wish.get("description"))
        .put("slug", wish.get("slug"))
        .put("default", wish.get("default").filter(yes -> isFirstDefault))
        .put(
            "allowed_groups",
            wish.get("for").map(groups -> Sequence.of(Groups.names(groups), groups.origin())));
    if (!override.isEmpty()) {
      profile.put("kubespawner_override", override);
    }
    if (!options.isEmpty()) {
      profile.put("profile_options", options);
    }
    return profile.build();
  }

  /** What all its servers have. */
  private Mapping override() {
    Mapping none = Mapping.empty(kind.why());
    return TreeMerge.merge(
        sizes.fixed().map(Size::override).orElse(none),
        kind.environment().map(Environment::override).orElse(none));
  }

  private Mapping options() {
    Form form = kind.form();
    Mapping.Builder options = Mapping.builder(kind.why());
    environments(form).ifPresent(option -> options.put(form.key(Question.ENVIRONMENT), option));
    sizeOption(form).ifPresent(option -> options.put(form.key(Question.SIZE), option));
    return options.build();
  }

  private Optional<Mapping> environments(Form form) {
    List<Environment> all = kind.environments();
    Optional<OwnImages> own = kind.ownImages().map(wish -> OwnImages.of(kind.hub(), wish));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Mapping.Builder choices = Mapping.builder(why("environments"));
    Optional<Environment> first = all.stream().filter(Environment::isDefault).findFirst();
    all.forEach(
        one ->
            choices.put(
                one.name(),
                one.why(),
                one.choice(form.wording(), first.filter(one::equals).isPresent())));
    return Optional.of(
        option(Question.ENVIRONMENT, "environments", form)
            .put("choices", choices.build())
            .put("unlisted_choice", own.map(images -> images.choiceOfKind(form.wording())))
            .put("dynamic_image_building", own.flatMap(OwnImages::building))
            .build());
  }

  private Optional<Mapping> sizeOption(Form form) {
    List<Size> all = sizes.choices();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Mapping.Builder choices = Mapping.builder(why("sizes"));
    Optional<Size> first = all.stream().filter(Size::isDefault).findFirst();
    all.forEach(
        one ->
            choices.put(
                one.name(),
                one.why(),
                one.choiceOfKind(first.filter(one::equals).isPresent(), form.wording())));
    return Optional.of(
        option(Question.SIZE, "sizes", form).put("choices", choices.build()).build());
  }

  private Mapping.Builder option(Question question, String key, Form form) {
    return Mapping.builder(why(key)).put("display_name", form.title(question, why(key)));
  }

  private Origin why(String key) {
    return kind.wish().get(key).isPresent() ? kind.wish().keyOrigin(key) : kind.why();
  }
}
