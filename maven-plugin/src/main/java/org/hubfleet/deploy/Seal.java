package org.hubfleet.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;

/**
 * Signs commits with a private key that was read from a file.
 *
 * <p>{@link #of} reports {@code deploy/bad-key}.
 */
interface Seal {
  /** The signature of the bytes of a commit, as git keeps it: ASCII lines. */
  byte[] sign(byte[] commit, Instant now) throws IOException;

  /** The seal of a key file, SSH or OpenPGP as its first line says. */
  static Outcome<Seal> of(Path file, Secrets secrets) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (text.contains("BEGIN PGP PRIVATE KEY")) {
        return Outcome.of(OpenPgpSeal.of(text, secrets.signPassphrase()));
      }
      return text.contains("PRIVATE KEY-----")
          ? Outcome.of(SshSeal.of(file, secrets.signPassphrase()))
          : Outcome.none(problem(file, "it holds no private key"));
    } catch (IOException broken) {
      String reason = broken instanceof BadKey ? broken.getMessage() : "it cannot be read";
      return Outcome.none(problem(file, reason));
    }
  }

  private static Diagnostic problem(Path file, String reason) {
    return Diagnostic.error(
            Place.ofFile("hubs.sign"),
            RuleName.of("deploy/bad-key"),
            "nothing can be signed with " + file.getFileName() + ": " + reason)
        .hint(
            "give the file of an SSH private key, or what gpg --armor --export-secret-keys prints;"
                + " its passphrase comes from HUBS_SIGN_PASSPHRASE of the environment");
  }

  /** Why a key is of no use, in words that hold nothing secret. */
  final class BadKey extends IOException {
    private static final long serialVersionUID = 1;

    BadKey(String message) {
      super(message);
    }
  }
}
