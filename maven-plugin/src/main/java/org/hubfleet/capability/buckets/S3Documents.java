package org.hubfleet.capability.buckets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;

/**
 * Documents of Amazon S3 and what speaks its language: lifecycle, bucket policy, request payment,
 * role policy and trust policy, as its API takes them.
 */
final class S3Documents implements Documents {
  /** Parts of uploads that were never finished are stored and charged, but not listed. */
  private static final int UNFINISHED_DAYS = 7;

  private static final String VERSION = "2012-10-17";
  private static final List<String> READ = List.of("s3:GetObject");
  private static final List<String> WRITE =
      List.of(
          "s3:GetObject",
          "s3:PutObject",
          "s3:DeleteObject",
          "s3:AbortMultipartUpload",
          "s3:ListMultipartUploadParts");
  private static final List<String> LIST =
      List.of("s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:GetBucketLocation");

  @Override
  public Mapping of(Bucket bucket, Grantee grantee) {
    Origin why = bucket.why();
    boolean guarded =
        grantee.store().provider().fact("buckets.blocksPublic").filter(Node::isTrue).isPresent();
    boolean open = bucket.is("public");
    return Plain.map(
        why,
        "lifecycle",
        lifecycle(bucket),
        "policy",
        open ? Optional.of(publicPolicy(bucket)) : Optional.empty(),
        "publicAccessBlock",
        guarded
            ? Optional.of(
                Plain.map(
                    why,
                    "BlockPublicAcls",
                    true,
                    "IgnorePublicAcls",
                    true,
                    "BlockPublicPolicy",
                    !open,
                    "RestrictPublicBuckets",
                    !open))
            : Optional.empty(),
        "requestPayment",
        bucket.is("requesterPays") ? Optional.of(Map.of("Payer", "Requester")) : Optional.empty());
  }

  @Override
  public Mapping of(List<Bucket> all, Grantee grantee) {
    List<Node> rights = new ArrayList<>();
    for (Bucket bucket : all) {
      Origin why = bucket.why();
      rights.add(
          Plain.map(why, "Effect", "Allow", "Action", LIST, "Resource", List.of(arn(bucket))));
      List<String> actions = bucket.is("readOnly") ? READ : WRITE;
      rights.add(
          Plain.map(
              why, "Effect", "Allow", "Action", actions, "Resource", List.of(arn(bucket) + "/*")));
    }
    Optional<Mapping> trust =
        grantee.issuer().filter(i -> grantee.identity().isPresent()).map(i -> trust(grantee));
    return Plain.map(
        grantee.why(),
        "trustPolicy",
        trust,
        "policy",
        Plain.map(grantee.why(), "Version", VERSION, "Statement", rights));
  }

  private static Mapping lifecycle(Bucket bucket) {
    Origin why = bucket.why();
    List<Node> rules = new ArrayList<>();
    bucket
        .days()
        .ifPresent(
            days ->
                rules.add(
                    rule(bucket.life().get().origin(), "end-of-life", "Expiration", "Days", days)));
    rules.add(
        rule(
            why,
            "unfinished-uploads",
            "AbortIncompleteMultipartUpload",
            "DaysAfterInitiation",
            UNFINISHED_DAYS));
    return Plain.map(why, "Rules", rules);
  }

  private static Mapping rule(Origin why, String id, String action, String unit, int days) {
    return Plain.map(
        why,
        "ID",
        id,
        "Status",
        "Enabled",
        "Filter",
        Map.of("Prefix", ""),
        action,
        Map.of(unit, days));
  }

  private static Mapping publicPolicy(Bucket bucket) {
    Origin why = bucket.why();
    Mapping anyone =
        Plain.map(
            why,
            "Effect",
            "Allow",
            "Principal",
            "*",
            "Action",
            List.of("s3:GetObject", "s3:ListBucket"),
            "Resource",
            List.of(arn(bucket), arn(bucket) + "/*"));
    return Plain.map(why, "Version", VERSION, "Statement", List.of(anyone));
  }

  private static Mapping trust(Grantee grantee) {
    Origin why = grantee.why();
    String issuer = grantee.issuer().orElseThrow().replaceFirst("^https://", "");
    Mapping equal =
        Plain.map(
            why, issuer + ":sub", grantee.subject(), issuer + ":aud", grantee.filled("audience"));
    Mapping statement =
        Plain.map(
            why,
            "Effect",
            "Allow",
            "Principal",
            Map.of("Federated", grantee.filled("federation")),
            "Action",
            "sts:AssumeRoleWithWebIdentity",
            "Condition",
            Map.of("StringEquals", equal));
    return Plain.map(why, "Version", VERSION, "Statement", List.of(statement));
  }

  /** Stores that speak S3 take Amazon's way to name a bucket in policies. */
  private static String arn(Bucket bucket) {
    return "arn:aws:s3:::" + bucket.name().text();
  }
}
