package org.hubfleet.capability.access;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/**
 * Lowers {@code access}: one way to log in, the people, and their rights.
 *
 * <p>Reports {@code access/two-logins}, {@code access/no-login} and {@code access/nobody-allowed},
 * and {@code access/anybody} where a hub on the internet has no {@code access} and upstream's own
 * login, beside what the parts report.
 */
public final class Access implements Capability {
  private static final RuleName TWO = RuleName.of("access/two-logins");
  private static final RuleName NONE = RuleName.of("access/no-login");
  private static final RuleName NOBODY = RuleName.of("access/nobody-allowed");
  private static final RuleName ANYBODY = RuleName.of("access/anybody");
  private static final RuleName TWICE = RuleName.of("access/groups-twice");
  private static final String CHOICE = "hub.config.JupyterHub.authenticator_class";
  private static final String UPSTREAMS_OWN = "dummy";
  private static final List<Login> LOGINS =
      List.of(
          new GithubLogin(),
          new GoogleLogin(),
          new InstitutionLogin(),
          new ServerLogin(),
          new CourseLogin(),
          new OpenLogins.Password(),
          new OpenLogins.Temporary(),
          new OpenLogins.Dummy());

  private final Mapping known;

  public Access(Shelf shelf) {
    known = shelf.tree("capabilities/access/known.yaml", Layer.COMPILER);
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    Optional<Mapping> tree = hub.tree().get("access").flatMap(Node::mapping);
    if (tree.isEmpty()) {
      AskedGroups.withoutAccess(hub, problems);
      return Mapping.empty(hub.clusterOrigin());
    }
    LoweredValues values = new LoweredValues(tree.get().origin());
    Wishes wishes = new Wishes(hub, tree.get(), known);
    Optional<Login> login = login(wishes, values, problems);
    new NamedPeople(wishes, problems).check(login);
    People.lower(wishes, values, problems);
    Rights.lower(wishes, values, problems);
    AskedGroups.check(wishes, problems);
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    anybody(effective).ifPresent(problems::add);
    Optional<Node> listed = effective.node("hub.config.JupyterHub.load_groups");
    if (listed.isPresent()
        && effective.isTrue("hub.config.Authenticator.manage_groups")
        && effective.hub().has("access")) {
      problems.add(
          Diagnostic.error(
                  listed.get().origin().place(),
                  TWICE,
                  "groups stand here and under access; the hub would not start")
              .hint("write all of them under access.groups"));
    }
  }

  private static Optional<Diagnostic> anybody(Values effective) {
    Hub hub = effective.hub();
    Optional<Node> domain = hub.tree().get("domain");
    boolean asks =
        hub.has("access")
            || hub.cluster().isTest()
            || effective.string(CHOICE).filter(UPSTREAMS_OWN::equals).isEmpty();
    return domain
        .filter(said -> !asks)
        .map(
            said ->
                Diagnostic.warning(
                        said.origin().place(),
                        ANYBODY,
                        "nothing says how people log in, so anybody who finds this address is let"
                            + " in under any name")
                    .hint("say who may, such as access: {github: [<organisation>]}"));
  }

  private static Optional<Login> login(
      Wishes wishes, LoweredValues values, List<Diagnostic> problems) {
    List<Login> asked = LOGINS.stream().filter(login -> isAsked(login, wishes)).toList();
    if (asked.isEmpty()) {
      if (wishes.hub().overridden(CHOICE).isEmpty() && !wishes.hub().isBroken("access")) {
        problems.add(noLogin(wishes));
      }
      return Optional.empty();
    }
    Login login = asked.get(0);
    Node wish = wishes.get(login.key()).orElseThrow();
    login.lower(wishes, wish, values, problems);
    for (Login second : asked.subList(1, asked.size())) {
      problems.add(two(login, second, wishes));
    }
    boolean some =
        wishes.is("everyone")
            || wishes.namesSomebody()
            || login instanceof InstitutionLogin
            || login.letsIn(wishes, wish);
    if (!some) {
      problems.add(
          Diagnostic.error(
                  wishes.tree().keyOrigin(login.key()).place(),
                  NOBODY,
                  "people can log in, but nobody may use the hub")
              .hint("add everyone: true, or list people under access.users"));
    }
    return Optional.of(login);
  }

  private static boolean isAsked(Login login, Wishes wishes) {
    Optional<Node> wish = wishes.get(login.key());
    return wish.isPresent()
        && wish.flatMap(Node::scalar).map(scalar -> scalar.isTrue()).orElse(true);
  }

  private static Diagnostic noLogin(Wishes wishes) {
    return Diagnostic.error(
            wishes.hub().tree().keyOrigin("access").place(), NONE, "nothing says how people log in")
        .hint("add one of " + String.join(", ", LOGINS.stream().map(Login::key).toList()));
  }

  private static Diagnostic two(Login login, Login second, Wishes wishes) {
    boolean course = login instanceof CourseLogin || second instanceof CourseLogin;
    return Diagnostic.error(
            wishes.tree().keyOrigin(second.key()).place(),
            TWO,
            "a hub has one login, and this one has " + login.key() + " and " + second.key())
        .hint(
            course
                ? "a learning platform sends people in by itself: give the others a hub of their"
                    + " own"
                : "institutions can hold several, also google, microsoft, github and orcid")
        .related(wishes.tree().keyOrigin(login.key()).place(), login.key());
  }
}
