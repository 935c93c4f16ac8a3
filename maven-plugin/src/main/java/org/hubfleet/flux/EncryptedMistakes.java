package org.hubfleet.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.model.Hub;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/** Encrypted Secrets that would reach the cluster as they are, or not at all. */
final class EncryptedMistakes {
  private static final RuleName NO_DECRYPTION = RuleName.of("flux/no-decryption");
  private static final RuleName DECRYPTION_OFF = RuleName.of("flux/decryption-off");
  private static final String SWITCH = "kustomize.toolkit.fluxcd.io/decrypt";

  private EncryptedMistakes() {}

  static List<Diagnostic> of(Hub hub, List<EncryptedSecret> secrets) {
    List<Diagnostic> found = new ArrayList<>();
    boolean keys = hub.cluster().fact("flux.decryption").isPresent();
    for (EncryptedSecret secret : secrets) {
      if (!keys) {
        found.add(
            Diagnostic.error(
                    Place.ofFile(secret.file().path()),
                    NO_DECRYPTION,
                    "the Flux of cluster \""
                        + hub.cluster().name()
                        + "\" is not told with which keys to decrypt")
                .hint(
                    "write \"flux: {decryption: {secret: <name>}}\" in config/clusters/"
                        + hub.cluster().name()
                        + ".yaml"));
      }
      switchedOff(secret).ifPresent(found::add);
    }
    return found.stream().map(Diagnostic::mask).toList();
  }

  private static Optional<Diagnostic> switchedOff(EncryptedSecret secret) {
    return secret
        .clear()
        .at("metadata.annotations")
        .flatMap(Node::mapping)
        .map(Mapping::entries)
        .map(annotations -> annotations.get(SWITCH))
        .filter(entry -> entry.value().string().filter("disabled"::equalsIgnoreCase).isPresent())
        .map(
            entry ->
                Diagnostic.error(
                        entry.key().place(),
                        DECRYPTION_OFF,
                        "with this annotation Flux applies the Secret without decrypting it")
                    .hint("leave the annotation out, then encrypt the file anew"));
  }
}
