package org.hubfleet.review;

import java.util.List;
import org.hubfleet.compare.FieldChange;
import org.hubfleet.compare.PartChange;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * People would be led to another place than the one that holds what they keep together, or to none.
 *
 * @param key of {@code continuity.yaml}, which is also what an acknowledgement names
 */
record OtherPlace(String key, RuleName rule) implements Guard {
  static final OtherPlace BUCKET = new OtherPlace("buckets", RuleName.of("guard/bucket"));
  static final OtherPlace FOLDER = new OtherPlace("folders", RuleName.of("guard/folder"));

  @Override
  public List<Finding> inspect(PartChange change) {
    return change.continuity().stream()
        .filter(field -> field.path().isAtOrBelow(key))
        .filter(field -> field.before().isPresent())
        .map(this::finding)
        .toList();
  }

  private Finding finding(FieldChange field) {
    return new Finding(
        rule,
        key,
        field.origin(),
        "people would not find what they keep in "
            + field.before().flatMap(Node::scalar).map(Scalar::text).orElse("their " + key)
            + field
                .after()
                .flatMap(Node::scalar)
                .map(after -> ", but look in " + after.text())
                .orElse(""),
        "keep it, or move what is in it first");
  }
}
