package org.hubfleet.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hubfleet.compare.Part;
import org.hubfleet.model.Acknowledgement;
import org.hubfleet.model.Fleet;

/** What has been acknowledged and still holds, and which of it was needed. */
final class Acknowledged {
  private final List<Acknowledgement> valid;
  private final Set<String> remarks = new LinkedHashSet<>();

  Acknowledged(Fleet fleet) {
    valid =
        Acknowledgement.of(fleet).stream().filter(said -> !said.isPastOn(fleet.today())).toList();
  }

  /** Whether somebody accepts that the hub is gone from its cluster. */
  boolean removalOf(Part hub) {
    return first(
            said ->
                said.object().isEmpty()
                    && (said.hub().equals(hub.hub()) || isOf(said, hub.cluster())))
        .map(said -> note(hub, "the removal", said))
        .isPresent();
  }

  private static boolean isOf(Acknowledgement said, Optional<String> cluster) {
    return said.cluster().isPresent() && said.cluster().equals(cluster);
  }

  /** Whether somebody accepts what happens to an object of a hub. */
  boolean changeOf(Part hub, String object) {
    return first(said -> isAbout(said, hub) && said.object().filter(object::equals).isPresent())
        .map(said -> note(hub, object, said))
        .isPresent();
  }

  private static boolean isAbout(Acknowledgement said, Part part) {
    return part.isHub() ? said.hub().equals(part.hub()) : isOf(said, part.cluster());
  }

  private Optional<Acknowledgement> first(Predicate<Acknowledgement> rule) {
    return valid.stream().filter(rule).findFirst();
  }

  private String note(Part hub, String what, Acknowledgement said) {
    String remark = what + " of " + hub + ": " + said.why() + " (" + said.who() + ")";
    remarks.add(remark);
    return remark;
  }

  /** What was needed, a line each. */
  List<String> remarks() {
    return new ArrayList<>(remarks);
  }
}
