package org.hubfleet.capability.access;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** A way to log in: the key of {@code access} that asks for it, and what it lowers to. */
interface Login {
  /** The key. */
  String key();

  /**
   * Adds what upstream is told.
   *
   * @param wish the value of the key
   */
  void lower(Wishes wishes, Node wish, LoweredValues values, List<Diagnostic> problems);

  /** Whether people are let in by what is said under the key itself. */
  default boolean letsIn(Wishes wishes, Node wish) {
    return true;
  }

  /** Why nobody can ever have such a name with this login; empty when somebody may. */
  default Optional<Misnomer> misnomer(Wishes wishes, Node wish, String name) {
    return Optional.empty();
  }

  /** Selects an authenticator by the name that it has upstream. */
  static void select(String authenticator, Node wish, LoweredValues values) {
    values.set(
        "hub.config.JupyterHub.authenticator_class", Scalar.string(authenticator, wish.origin()));
  }

  /** What every login by OAuth needs: id and secret from the hub's Secret, and the callback. */
  static void oauth(String section, Wishes wishes, Node wish, LoweredValues values) {
    String config = "hub.config." + section + ".";
    values.secret(config + "client_id", wishes.secret(), "client-id", wish.origin());
    values.secret(config + "client_secret", wishes.secret(), "client-secret", wish.origin());
    wishes
        .address("hub/oauth_callback")
        .ifPresent(
            url -> {
              values.set(config + "oauth_callback_url", url);
              values.note("callback URL", url);
            });
  }

  /** Lets everyone in whom the login knows. */
  static void everyone(Node wish, LoweredValues values) {
    values.set("hub.config.Authenticator.allow_all", Scalar.bool(true, wish.origin()));
  }
}
