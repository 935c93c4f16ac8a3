package org.hubfleet.review;

import java.util.List;
import org.hubfleet.compare.PartChange;

/** Looks for one kind of danger in how a part that stays changes. */
interface Guard {
  /** What it finds; may be empty. */
  List<Finding> inspect(PartChange change);
}
