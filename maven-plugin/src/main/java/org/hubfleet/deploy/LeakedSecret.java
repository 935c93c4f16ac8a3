package org.hubfleet.deploy;

import java.util.List;
import java.util.SortedMap;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;

/**
 * A compiled file that holds what lets a run in: somebody has copied a token or a password into
 * {@code config/}. What was pushed once must be taken for known. Reports {@code
 * deploy/leaked-secret}.
 */
final class LeakedSecret {
  private static final RuleName RULE = RuleName.of("deploy/leaked-secret");

  private LeakedSecret() {}

  /** Those of files that are about to be pushed, path to text. */
  static List<Diagnostic> in(SortedMap<String, String> files, Secrets secrets) {
    return files.entrySet().stream()
        .filter(file -> secrets.isIn(file.getValue()))
        .map(
            file ->
                Diagnostic.error(
                        Place.ofFile(file.getKey()),
                        RULE,
                        "this holds a token, a password or a passphrase of the environment")
                    .hint(
                        "mvn hubs:explain says which line it is from; take it out there, refer to a"
                            + " Secret instead, and change it"))
        .toList();
  }
}
