package org.hubfleet.capability.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.lower.Values;
import org.hubfleet.model.Hub;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Lowers {@code privacy}: the pepper of pseudonyms by reference, for the hub's own configuration,
 * and the words about what is kept of people.
 *
 * <p>{@link Pseudonyms} reports what does not go with them.
 */
public final class Privacy implements Capability {
  private static final String PEPPER = "custom.usernamePepper";
  private static final String NOTHING = "pseudonyms, and nothing that tells whose they are";

  private final Mapping stored;

  public Privacy(Shelf shelf) {
    stored = shelf.tree("capabilities/privacy/stored.yaml", Layer.COMPILER);
  }

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    LoweredValues values = new LoweredValues(hub.clusterOrigin());
    Optional<Pseudonyms> pseudonyms = Pseudonyms.of(hub);
    if (pseudonyms.isPresent()) {
      pseudonyms.get().check(hub, problems);
      lower(hub, pseudonyms.get(), values);
    } else {
      plain(hub).ifPresent(text -> values.note("identity stored", text));
    }
    return values.tree();
  }

  @Override
  public void inspect(Values effective, List<Diagnostic> problems) {
    Pseudonyms.of(effective.hub()).ifPresent(asked -> asked.check(effective, problems));
  }

  private static void lower(Hub hub, Pseudonyms asked, LoweredValues values) {
    Scalar secret = asked.secret(hub);
    Scalar key = asked.key();
    values.secret(PEPPER, secret.text(), key.text(), asked.why());
    Mapping.Builder told = Mapping.builder(asked.why()).put("pepper", PEPPER);
    Mapping.Builder kept = Mapping.builder(asked.why()).put("secret", secret).put("key", key);
    asked
        .fingerprint()
        .ifPresent(
            digits -> {
              told.put("fingerprint", digits);
              kept.put("fingerprint", digits);
            });
    values.fact("privacy.pseudonyms", told.build());
    values.fact("privacy.kept", kept.build());
    values.note("identity stored", Scalar.string(NOTHING, asked.why()));
  }

  private Optional<Scalar> plain(Hub hub) {
    Optional<Mapping> access = hub.tree().get("access").flatMap(Node::mapping);
    return access.stream()
        .flatMap(map -> map.entries().entrySet().stream())
        .flatMap(entry -> words(entry).stream())
        .findFirst();
  }

  private Optional<Scalar> words(Map.Entry<String, Mapping.Entry> login) {
    return stored
        .get(login.getKey())
        .flatMap(Node::scalar)
        .map(text -> text.from(login.getValue().key().with(text.origin())));
  }
}
