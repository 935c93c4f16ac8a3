package org.hubfleet.review;

import java.util.List;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/** People would be led to another bucket than the one that holds what they keep, or to none. */
final class OtherBucket implements Guard {
  private static final RuleName BUCKET = RuleName.of("guard/bucket");

  @Override
  public List<Finding> inspect(PartChange change) {
    return change.continuity().stream()
        .filter(field -> field.path().isAtOrBelow("buckets"))
        .filter(field -> field.before().isPresent())
        .map(OtherBucket::finding)
        .toList();
  }

  private static Finding finding(FieldChange field) {
    return new Finding(
        BUCKET,
        "buckets",
        field.origin(),
        "people would not find what they keep in "
            + field.before().flatMap(Node::scalar).map(Scalar::text).orElse("their buckets")
            + field
                .after()
                .flatMap(Node::scalar)
                .map(after -> ", but look in " + after.text())
                .orElse(""),
        "keep the bucket, or move what is in it first");
  }
}
