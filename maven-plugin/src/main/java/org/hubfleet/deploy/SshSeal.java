package org.hubfleet.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.api.errors.UnsupportedSigningFormatException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Signers;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Signs as {@code ssh-keygen -Y sign -n git} does. */
final class SshSeal implements Seal {
  private static final PersonIdent NOBODY = new PersonIdent("", "");

  private final Path key;
  private final Optional<String> passphrase;

  private SshSeal(Path key, Optional<String> passphrase) {
    this.key = key;
    this.passphrase = passphrase;
  }

  /** Tries the key once, so that a wrong passphrase is known before anything is done. */
  static SshSeal of(Path key, Optional<String> passphrase) throws IOException {
    QuietGit.use();
    SshSeal seal = new SshSeal(key, passphrase);
    try {
      seal.sign(new byte[0], Instant.EPOCH);
      return seal;
    } catch (IOException | RuntimeException refused) {
      throw seal.bad();
    }
  }

  private BadKey bad() {
    return new BadKey(
        passphrase.isPresent()
            ? "it is no SSH key, or the passphrase is wrong"
            : "it is no SSH key, or needs a passphrase");
  }

  private static GpgConfig config() {
    return new GpgConfig(new Config());
  }

  @Override
  public byte[] sign(byte[] commit, Instant now) throws IOException {
    try {
      return Signers.get(GpgConfig.GpgFormat.SSH)
          .sign(null, config(), commit, NOBODY, key.toString(), once())
          .toExternalString()
          .getBytes(StandardCharsets.US_ASCII);
    } catch (CanceledException | UnsupportedSigningFormatException refused) {
      throw bad();
    }
  }

  private CredentialsProvider once() {
    return new CredentialsProvider() {
      private boolean asked;

      @Override
      public boolean isInteractive() {
        return false;
      }

      @Override
      public boolean supports(CredentialItem... items) {
        return true;
      }

      @Override
      public boolean get(URIish uri, CredentialItem... items) {
        if (asked || passphrase.isEmpty()) {
          return false;
        }
        asked = true;
        for (CredentialItem item : items) {
          if (item instanceof CredentialItem.CharArrayType word) {
            word.setValue(passphrase.get().toCharArray());
          } else if (item instanceof CredentialItem.StringType word) {
            word.setValue(passphrase.get());
          }
        }
        return true;
      }
    };
  }
}
