package org.hubfleet.capability.buckets;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Hub;
import org.hubfleet.model.store.Store;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;

/**
 * As whom the servers of a hub act towards the provider: a role, a service account or the like that
 * trusts the account of their pods.
 *
 * @param name of the identity among those of its account
 * @param id in full, as the annotation of the pods' account names it
 * @param annotation of the pods' account
 */
record Identity(String name, Scalar id, String annotation) {
  /** The account of user pods; real fleets call it so, and identities made for them trust it. */
  static final String ACCOUNT = "user-sa";

  private static final RuleName NONE = RuleName.of("buckets/no-identity");

  /**
   * That of a hub; absent where the provider knows none, and where it is missing, which is
   * reported.
   *
   * @param why the line that asked for buckets
   */
  static Optional<Identity> of(Hub hub, Store store, Origin why, List<Diagnostic> problems) {
    Optional<String> annotation = store.provider().text("identity.annotation");
    if (annotation.isEmpty()) {
      return Optional.empty();
    }
    String name = usual(hub, store);
    Optional<Scalar> id =
        given(hub)
            .map(text -> text.from(why.with(text.origin())))
            .or(() -> derived(store, name, why));
    if (id.isEmpty()) {
      problems.add(none(hub, why.place()));
    }
    return id.map(text -> new Identity(name, text, annotation.get()));
  }

  private static Optional<Scalar> given(Hub hub) {
    return hub.cluster()
        .fact("identity.hubs")
        .flatMap(hubs -> hubs.get(hub.id()))
        .flatMap(Node::scalar);
  }

  private static String usual(Hub hub, Store store) {
    int longest =
        store
            .provider()
            .fact("identity.longest")
            .flatMap(Node::scalar)
            .map(number -> number.number().intValueExact())
            .orElseThrow();
    return Names.within(longest, hub.cluster().name() + "-" + hub.id());
  }

  private static Optional<Scalar> derived(Store store, String name, Origin why) {
    String pattern = store.provider().text("identity.pattern").orElse(".*");
    return store
        .provider()
        .text("identity.form")
        .filter(form -> name.matches(pattern))
        .map(form -> store.filled(form).replace("{name}", name))
        .map(text -> Scalar.string(text, store.why(why)));
  }

  private static Diagnostic none(Hub hub, Place asked) {
    return Diagnostic.error(
            asked,
            NONE,
            "nothing says as whom servers of "
                + hub.id()
                + " act towards the provider, so no bucket lets them in")
        .hint(
            "write in config/clusters/"
                + hub.cluster().name()
                + ".yaml: identity: {hubs: {"
                + hub.id()
                + ": <what the provider calls it>}}");
  }

  /** What templates and the provisioner are told of the pods' account. */
  Mapping account(Origin why) {
    return Plain.map(
        why, "name", ACCOUNT, "annotations", Mapping.builder(why).put(annotation, id).build());
  }
}
