package org.hubfleet.capability.life;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.time.Ending;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * What happens around the day on which a hub ends. Before it people are told; from it on nobody but
 * admins starts a server and running ones are stopped; homes and accounts stay. Reports {@code
 * life/ends-soon} and {@code life/no-date}; that the day has come is {@code hub/ended}.
 *
 * <p>Everyone's right to start servers is that of JupyterHub's role {@code user}, which takes other
 * scopes from the configuration; pages and logins go on working, so people read why.
 */
record End(Hub hub, Ending end) {
  private static final RuleName SOON = RuleName.of("life/ends-soon");
  private static final RuleName NO_DATE = RuleName.of("life/no-date");
  private static final String ANNOUNCEMENT = "hub.config.JupyterHub.template_vars.announcement";
  private static final String USER = "hub.loadRoles.user.";

  /** What remains of a person's right over what is their own. */
  private static final List<String> LEFT =
      List.of("read:users!user", "read:tokens!user", "delete:servers!user");

  /** Seconds after which a server counts as old, and between two looks. */
  private static final long AT_ONCE = 60;

  void lower(LoweredValues values, List<Diagnostic> problems) {
    if (end.today().isEmpty()) {
      problems.add(
          Diagnostic.warning(
                  end.date().origin().place(),
                  NO_DATE,
                  "the fleet does not say what day it is, so the hub never ends")
              .hint("add asOf: <today> to config/fleet.yaml"));
    } else if (end.isNear()) {
      problems.add(
          Diagnostic.warning(
                  end.date().origin().place(),
                  SOON,
                  "the hub ends on " + end.day() + ": nobody starts a server then, homes stay")
              .hint("give a later day if it goes on; people read of it on its pages"));
      say("This hub ends on " + end.day() + ". Save what you want to keep before.", values);
    } else if (end.isClosed()) {
      close(values);
    }
  }

  private void close(LoweredValues values) {
    Origin why = end.date().origin();
    say("This hub ended on " + end.day() + ". Servers cannot be started any more.", values);
    values.set(
        USER + "description", Scalar.string("What people may do on a hub that has ended", why));
    LEFT.forEach(scope -> values.name(USER + "scopes", Scalar.string(scope, why)));
    values.set("hub.redirectToServer", Scalar.bool(false, why));
    values.set("cull.enabled", Scalar.bool(true, why));
    values.set("cull.maxAge", Scalar.integer(AT_ONCE, why));
    values.set("cull.every", Scalar.integer(AT_ONCE, why));
    values.set("cull.adminUsers", Scalar.bool(false, why));
    values.set("cull.users", Scalar.bool(false, why));
  }

  private void say(String text, LoweredValues values) {
    if (hub.overridden(ANNOUNCEMENT).isEmpty()) {
      values.set(ANNOUNCEMENT, Scalar.string(text, end.date().origin()));
    }
  }
}
