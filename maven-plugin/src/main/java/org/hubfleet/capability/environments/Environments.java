package org.hubfleet.capability.environments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.form.Form;
import org.hubfleet.model.server.Environment;
import org.hubfleet.model.server.Kind;
import org.hubfleet.model.server.OwnImages;
import org.hubfleet.model.server.Tagged;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Lowers {@code environments} and {@code ownImages}: one environment to the image of all servers,
 * several to an option that every profile of the hub gets. Where the hub names kinds of servers,
 * those offer them, and the default one is what all servers have.
 *
 * <p>Reports {@code environments/no-default}, {@code environments/two-defaults}, {@code
 * environments/limited-default}, {@code environments/mixed-commands}, {@code
 * environments/own-without-any}, {@code environments/own-from-nowhere} and {@code
 * environments/own-said-twice}, beside what the parts report.
 */
public final class Environments implements Capability {
  private static final RuleName NO_DEFAULT = RuleName.of("environments/no-default");
  private static final RuleName TWO_DEFAULTS = RuleName.of("environments/two-defaults");
  private static final RuleName LIMITED = RuleName.of("environments/limited-default");
  private static final RuleName MIXED = RuleName.of("environments/mixed-commands");
  private static final RuleName NOWHERE = RuleName.of("environments/own-from-nowhere");
  private static final RuleName BOTH = RuleName.of("environments/own-said-twice");
  private static final RuleName ALONE = RuleName.of("environments/own-without-any");
  private static final String OPTIONS = "singleuser.profileList.*.profile_options.";
  private static final String PROFILE = "singleuser.profileList.server";

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    List<Environment> all = Environment.all(hub.tree().get("environments"));
    List<Kind> kinds = Kind.all(hub);
    Optional<Node> own = hub.tree().get("ownImages");
    if (all.isEmpty() && kinds.isEmpty()) {
      if (own.isPresent() && !hub.has("environments")) {
        problems.add(alone(hub));
      }
      return Mapping.empty(hub.clusterOrigin());
    }
    return kinds.isEmpty() ? choice(hub, all, own, problems) : ofKinds(hub, all, kinds, problems);
  }

  private static Mapping choice(
      Hub hub, List<Environment> all, Optional<Node> own, List<Diagnostic> problems) {
    Environment first = chosen(all, problems);
    LoweredValues values = new LoweredValues(hub.tree().keyOrigin("environments"));
    everywhere(first, values);
    if (all.size() > 1 || own.isPresent()) {
      choices(all, first, own, values, hub);
    }
    Building.of(hub, own.stream().toList(), problems).ifPresent(one -> one.lower(values));
    new Fetching(hub, all, Optional.of(first)).lower(values, problems);
    own.ifPresent(wish -> places(wish, problems));
    commands(all, problems);
    return values.tree();
  }

  /** What kinds of servers do not say themselves: what holds for all servers and for nodes. */
  private static Mapping ofKinds(
      Hub hub, List<Environment> all, List<Kind> kinds, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.tree().keyOrigin("servers"));
    Optional<Environment> first =
        all.stream().filter(one -> one.isDefault() || all.size() == 1).findFirst();
    if (first.isPresent()) {
      everywhere(chosen(all, problems), values);
    } else {
      values.set("singleuser.defaultUrl", Environment.usualPage(kinds.get(0).why()));
    }
    List<Environment> each = new ArrayList<>(all);
    kinds.stream()
        .flatMap(kind -> kind.environments().stream())
        .filter(one -> all.stream().noneMatch(known -> known.image().equals(one.image())))
        .forEach(each::add);
    List<Node> own = kinds.stream().flatMap(kind -> kind.ownImages().stream()).distinct().toList();
    Building.of(hub, own, problems).ifPresent(one -> one.lower(values));
    new Fetching(hub, each, first).lower(values, problems);
    own.forEach(wish -> places(wish, problems));
    commands(each, problems);
    each.stream()
        .flatMap(one -> one.command().filter(Node::isNull).stream())
        .findFirst()
        .ifPresent(none -> values.set("singleuser.cmd", none));
    return values.tree();
  }

  /** The one that people get unless they choose otherwise. */
  private static Environment chosen(List<Environment> all, List<Diagnostic> problems) {
    List<Environment> defaults = all.stream().filter(Environment::isDefault).toList();
    if (defaults.isEmpty() && all.size() > 1) {
      problems.add(
          Diagnostic.error(
                  all.get(0).why().place(),
                  NO_DEFAULT,
                  "none of these " + all.size() + " environments is the default")
              .hint("add default: true to one of them"));
    }
    if (defaults.size() > 1) {
      problems.add(
          Diagnostic.error(
                  defaults.get(1).why().place(),
                  TWO_DEFAULTS,
                  defaults.get(0).name()
                      + " and "
                      + defaults.get(1).name()
                      + " are both the default")
              .hint("keep one of them")
              .related(defaults.get(0).why().place(), "the other"));
    }
    Environment first = defaults.isEmpty() ? all.get(0) : defaults.get(0);
    first
        .groups()
        .ifPresent(
            groups ->
                problems.add(
                    Diagnostic.error(
                            groups.origin().place(),
                            LIMITED,
                            "the default environment is for some groups only, so others have none")
                        .hint("make one the default that is for everyone")));
    return first;
  }

  /** Of every server: also of those that no profile changes, and what nodes fetch beforehand. */
  private static void everywhere(Environment first, LoweredValues values) {
    values.set("singleuser.image.name", Tagged.name(first.image()));
    values.set("singleuser.image.tag", Tagged.tag(first.image()));
    values.set("singleuser.defaultUrl", first.page());
    first
        .wish()
        .get("workingDir")
        .ifPresent(d -> values.set("hub.config.KubeSpawner.working_dir", d));
    first.command().ifPresent(command -> values.set("singleuser.cmd", command));
  }

  private static void choices(
      List<Environment> all, Environment first, Optional<Node> own, LoweredValues values, Hub hub) {
    Origin why = hub.tree().keyOrigin("environments");
    Optional<OwnImages> typed = own.map(wish -> OwnImages.of(hub, wish));
    Form form = Form.of(hub, typed.flatMap(OwnImages::built).isPresent());
    String option = OPTIONS + form.key(Form.Question.ENVIRONMENT);
    values.set(PROFILE + ".display_name", Scalar.string("Server", why));
    values.set(PROFILE + ".slug", Scalar.string("server", why));
    values.set(option + ".display_name", form.title(Form.Question.ENVIRONMENT, why));
    for (Environment one : all) {
      values.set(option + ".choices." + one.name(), one.choice(first, form.wording()));
    }
    typed.ifPresent(
        images -> values.set(option + ".unlisted_choice", images.choice(form.wording())));
    typed
        .flatMap(OwnImages::building)
        .ifPresent(built -> values.set(option + ".dynamic_image_building", built));
  }

  /** Where images may come from: places, an expression or the cluster's builder. */
  private static void places(Node own, List<Diagnostic> problems) {
    boolean some =
        own.get("from").isPresent()
            || own.get("pattern").isPresent()
            || own.get("build").filter(Node::isTrue).isPresent();
    if (!some) {
      problems.add(
          Diagnostic.error(
                  own.origin().place(),
                  NOWHERE,
                  "people may type in an image, but nothing says from where")
              .hint("add from: [<registry>/<repository>/*]"));
    }
    if (own.get("from").isPresent() && own.get("pattern").isPresent()) {
      problems.add(
          Diagnostic.error(
                  own.get("pattern").orElseThrow().origin().place(),
                  BOTH,
                  "where images come from is said twice, in from and in pattern")
              .hint("keep one of the two"));
    }
  }

  /** A choice cannot take back a command, so either all start as their images say, or none. */
  private static void commands(List<Environment> all, List<Diagnostic> problems) {
    Optional<Environment> own =
        all.stream().filter(one -> one.command().filter(Node::isNull).isPresent()).findFirst();
    Optional<Environment> other =
        all.stream().filter(one -> one.command().filter(Node::isNull).isEmpty()).findFirst();
    if (own.isPresent() && other.isPresent()) {
      Map.Entry<Environment, Environment> pair = Map.entry(own.get(), other.get());
      problems.add(
          Diagnostic.error(
                  pair.getKey().wish().get("command").orElseThrow().origin().place(),
                  MIXED,
                  pair.getKey().name()
                      + " starts by its image's own command and "
                      + pair.getValue().name()
                      + " does not, which one hub cannot do")
              .hint("write command: image for all, or name the command here")
              .related(pair.getValue().why().place(), pair.getValue().name()));
    }
  }

  private static Diagnostic alone(Hub hub) {
    return Diagnostic.error(
            hub.tree().keyOrigin("ownImages").place(),
            ALONE,
            "people may type in an image, but there is none that they get otherwise")
        .hint("add environments: {<name>: {image: ...}}");
  }
}
