package org.hubfleet.capability.access;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** The ways in without accounts of one's own. */
final class OpenLogins {
  private static final RuleName DUMMY = RuleName.of("access/dummy-in-production");

  private static final RuleName OPEN = RuleName.of("access/open-to-the-world");

  private OpenLogins() {}

  /** What to say of a login that gives anybody an account, and of a hub that takes them all. */
  static Diagnostic toTheWorld(String login, Node everyone) {
    return Diagnostic.warning(
            everyone.origin().place(),
            OPEN,
            "anybody can make an account with " + login + ", so anybody can compute here")
        .hint(
            "limit it by domains or users, or accept it with allow: [{rule: "
                + OPEN
                + ", why: ...}]");
  }

  /** One password for all. */
  static final class Password implements Login {
    @Override
    public String key() {
      return "password";
    }

    @Override
    public void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems) {
      String config = "hub.config.SharedPasswordAuthenticator.";
      Login.select("shared-password", wish, values);
      Login.everyone(wish, values);
      values.secret(config + "user_password", wishes.secret(), "user-password", wish.origin());
      List<Scalar> admins = wishes.names("admins");
      if (!admins.isEmpty()) {
        values.secret(
            config + "admin_password", wishes.secret(), "admin-password", admins.get(0).origin());
        // This login asks its own list, and not the role, whose password somebody has to type.
        admins.forEach(admin -> values.name("hub.config.Authenticator.admin_users", admin));
      }
    }
  }

  /** A new name at each visit. */
  static final class Temporary implements Login {
    @Override
    public String key() {
      return "temporary";
    }

    @Override
    public Optional<Misnomer> misnomer(Wishes wishes, Node wish, String name) {
      return Optional.of(
          new Misnomer(
              "is nobody here, where everyone gets a new name at each visit",
              "take the name out, or choose a login by which people keep their names"));
    }

    @Override
    public void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems) {
      Login.select("tmp", wish, values);
      Login.everyone(wish, values);
    }
  }

  /** Any name, any password. */
  static final class Dummy implements Login {
    @Override
    public String key() {
      return "dummy";
    }

    @Override
    public void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems) {
      Login.select("dummy", wish, values);
      Login.everyone(wish, values);
      if (!wishes.hub().cluster().isTest()) {
        problems.add(
            Diagnostic.error(
                    wish.origin().place(),
                    DUMMY,
                    "anybody on the internet could log in as anybody, and cluster "
                        + wishes.hub().cluster().name()
                        + " is not for tests")
                .hint("choose another login, or write purpose: test in the cluster's file"));
      }
    }
  }
}
