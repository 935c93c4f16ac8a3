package org.hubfleet.capability.buckets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/** Documents of Google Cloud Storage: fields of its bucket resource, and bindings of roles. */
final class GcsDocuments implements Documents {
  /** Parts of uploads that were never finished are stored and charged, but not listed. */
  private static final int UNFINISHED_DAYS = 7;

  @Override
  public Mapping of(Bucket bucket, Grantee grantee) {
    Origin why = bucket.why();
    boolean open = bucket.is("public");
    Mapping access =
        Plain.map(
            why,
            "uniformBucketLevelAccess",
            Map.of("enabled", true),
            "publicAccessPrevention",
            open ? "inherited" : "enforced");
    return Plain.map(
        why,
        "lifecycle",
        lifecycle(bucket),
        // What is deleted at its end of life would else be kept, and charged, for another week.
        "softDeletePolicy",
        bucket.days().map(days -> Map.of("retentionDurationSeconds", 0)),
        "iamConfiguration",
        access,
        "bindings",
        bindings(bucket, grantee),
        "billing",
        bucket.is("requesterPays") ? Optional.of(Map.of("requesterPays", true)) : Optional.empty());
  }

  @Override
  public Mapping of(List<Bucket> all, Grantee grantee) {
    Origin why = grantee.why();
    Mapping trust = binding(why, "roles/iam.workloadIdentityUser", grantee.filled("member"));
    boolean charged = all.stream().anyMatch(one -> one.isExternal() && one.is("requesterPays"));
    return Plain.map(
        why,
        "bindings",
        List.of(trust),
        "projectBindings",
        charged
            ? Optional.of(
                List.of(binding(why, "roles/serviceusage.serviceUsageConsumer", member(grantee))))
            : Optional.empty());
  }

  private static Mapping lifecycle(Bucket bucket) {
    Origin why = bucket.why();
    List<Node> rules = new ArrayList<>();
    bucket.days().ifPresent(days -> rules.add(rule(bucket.life().get().origin(), "Delete", days)));
    rules.add(rule(why, "AbortIncompleteMultipartUpload", UNFINISHED_DAYS));
    return Plain.map(why, "rule", rules);
  }

  private static Mapping rule(Origin why, String type, int days) {
    return Plain.map(why, "action", Map.of("type", type), "condition", Map.of("age", days));
  }

  private static List<Node> bindings(Bucket bucket, Grantee grantee) {
    Origin why = bucket.why();
    List<Node> bindings = new ArrayList<>();
    String role = bucket.is("readOnly") ? "roles/storage.objectViewer" : "roles/storage.objectUser";
    bindings.add(binding(why, role, member(grantee)));
    if (bucket.is("public")) {
      bindings.add(binding(why, "roles/storage.objectViewer", "allUsers"));
    }
    return bindings;
  }

  private static Mapping binding(Origin why, String role, String member) {
    return Plain.map(why, "role", role, "members", List.of(member));
  }

  private static String member(Grantee grantee) {
    return "serviceAccount:" + grantee.identity().orElseThrow().id().text();
  }
}
