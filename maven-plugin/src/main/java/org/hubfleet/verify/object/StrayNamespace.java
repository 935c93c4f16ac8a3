package org.hubfleet.verify.object;

import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.render.Manifest;
import org.hubfleet.source.Origin;

/**
 * A namespaced object lies in the namespace it belongs to, where the hub's Flux account may write;
 * one of the whole cluster names none.
 */
final class StrayNamespace {
  private static final RuleName RULE = RuleName.of("object/stray-namespace");

  private StrayNamespace() {}

  static List<Diagnostic> inspect(boolean clusterScoped, Home home, Manifest manifest) {
    Optional<String> expected = clusterScoped ? Optional.empty() : Optional.of(home.namespace());
    Optional<String> found = manifest.namespace();
    if (found.equals(expected)) {
      return List.of();
    }
    Origin origin = manifest.object().at("metadata.namespace").orElse(manifest.object()).origin();
    return List.of(
        Complaint.error(
            home,
            origin,
            RULE,
            manifest.id()
                + ": expected "
                + expected.map(name -> "the namespace \"" + name + "\"").orElse("no namespace")
                + ", found "
                + found.map(name -> "\"" + name + "\"").orElse("none")));
  }
}
