package org.hubfleet.capability.buckets;

import java.util.List;
import java.util.Optional;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/** What whoever makes the buckets of a hub has to know, and which names the hub takes. */
record Provision(Hub hub, List<Bucket> buckets, Grantee grantee) {
  /** Adds it below {@code context.provision}, {@code context.takes} and {@code context.buckets}. */
  void add(LoweredValues values) {
    Documents documents = Documents.of(grantee.store());
    values.fact("provision.identity", identity(documents));
    Mapping.Builder all = Mapping.builder(grantee.why());
    Mapping.Builder taken = Mapping.builder(grantee.why());
    Mapping.Builder kept = Mapping.builder(grantee.why());
    for (Bucket bucket : buckets) {
      all.put(bucket.key(), bucket.why(), bucket(bucket, documents));
      if (!bucket.isExternal()) {
        taken.put(grantee.store().space() + " " + bucket.name().text(), bucket.name());
      }
      if (bucket.life().isEmpty() && !bucket.is("readOnly")) {
        kept.put(bucket.key(), bucket.why(), bucket.url(grantee.store()));
      }
    }
    values.fact("provision.buckets", all.build());
    values.fact("takes.bucket", taken.build());
    values.fact("buckets.kept", kept.build());
  }

  private Mapping identity(Documents documents) {
    Origin why = grantee.why();
    return Plain.map(
        why,
        "name",
        grantee.identity().map(Identity::name),
        "id",
        grantee.identity().map(Identity::id),
        "subject",
        grantee.identity().map(one -> grantee.subject()),
        "secret",
        grantee.identity().isPresent()
            ? Optional.empty()
            : Optional.of(hub.namespace() + "/" + hub.id() + "-buckets"),
        "documents",
        documents.of(buckets, grantee));
  }

  private Node bucket(Bucket bucket, Documents documents) {
    Origin why = bucket.why();
    boolean own = !bucket.isExternal();
    Optional<Node> region =
        bucket.wish().get("region").or(() -> grantee.store().region().filter(usual -> own));
    return Plain.map(
        why,
        "name",
        bucket.name(),
        "external",
        bucket.isExternal(),
        "region",
        region,
        "lifeDays",
        bucket.days(),
        "readOnly",
        bucket.is("readOnly"),
        "public",
        bucket.is("public"),
        "requesterPays",
        bucket.is("requesterPays"),
        "documents",
        own ? Optional.of(documents.of(bucket, grantee)) : Optional.empty());
  }
}
