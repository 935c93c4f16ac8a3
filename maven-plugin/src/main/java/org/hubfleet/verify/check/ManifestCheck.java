package org.hubfleet.verify.check;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;

/** Finds one kind of mistake between the objects of a hub. Pure and safe for threads. */
public interface ManifestCheck {
  /** The problems, told at places in {@code config/}, in any order; empty when there is none. */
  List<Diagnostic> inspect(HubObjects objects);

  /** All of them. */
  static List<ManifestCheck> all() {
    return List.of(
        new DanglingSelector(),
        new MissingObject(),
        new MissingKey(),
        new UnknownPort(),
        new UnknownBackend(),
        new SelectorMissesTemplate(),
        new MountWithoutVolume(),
        new MountsOnOnePath(),
        new NameNotInPod(),
        new PartOfAThing(),
        new ExceptionOutsideBlock(),
        new RequestOverLimit(),
        new GuaranteeOverLimit(),
        new LimitWithoutGuarantee(),
        new UnknownStorageClass(),
        new LosableVolume(),
        new ForceNearState(),
        new PrunableState(),
        new ReservedNamespace(),
        new FloatingTag(),
        new PodBelowSecurityLevel());
  }
}
