package org.hubfleet.capability.buckets;

import java.util.Optional;
import org.hubfleet.model.store.Store;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * Whom the store lets in.
 *
 * @param identity absent where people have keys instead
 * @param namespace of the pods
 */
record Grantee(Optional<Identity> identity, String namespace, Store store, Origin why) {
  /** The pods' account as it names itself in tokens. */
  String subject() {
    return "system:serviceaccount:" + namespace + ":" + Identity.ACCOUNT;
  }

  /** Who signs those tokens, where the cluster's file says it. */
  Optional<String> issuer() {
    return store.said("identity.issuer").map(Scalar::text);
  }

  /** A form among the facts about identities, its fields filled in. */
  String filled(String fact) {
    return store
        .filled(store.provider().text("identity." + fact).orElseThrow())
        .replace("{issuer}", issuer().orElse("").replaceFirst("^https://", ""))
        .replace("{namespace}", namespace)
        .replace("{name}", Identity.ACCOUNT);
  }
}
