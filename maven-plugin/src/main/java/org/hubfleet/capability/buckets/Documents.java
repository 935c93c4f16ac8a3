package org.hubfleet.capability.buckets;

import java.util.List;
import org.hubfleet.model.store.Store;
import org.hubfleet.source.Mapping;

/**
 * What the store and the provider have to be told, in their own words, so that any tool can hand it
 * on: plain data, never applied to a cluster.
 */
interface Documents {
  /** Of a bucket that is the hub's own. */
  Mapping of(Bucket bucket, Grantee grantee);

  /** Of the identity: whom it trusts and what it may. */
  Mapping of(List<Bucket> all, Grantee grantee);

  /** Those of a kind of store. */
  static Documents of(Store store) {
    return switch (store.kind()) {
      case "s3" -> new S3Documents();
      case "gcs" -> new GcsDocuments();
      case "blob" -> new BlobDocuments();
      default -> throw new IllegalStateException("no such kind of store: " + store.kind());
    };
  }
}
