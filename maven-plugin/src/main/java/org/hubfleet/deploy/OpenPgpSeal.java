package org.hubfleet.deploy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** Signs as {@code gpg --detach-sign --armor} does, without any keyring of the machine. */
final class OpenPgpSeal implements Seal {
  private final PGPPublicKey known;
  private final PGPPrivateKey key;

  private OpenPgpSeal(PGPPublicKey known, PGPPrivateKey key) {
    this.known = known;
    this.key = key;
  }

  /** Reads an exported key. */
  static OpenPgpSeal of(String armored, Optional<String> passphrase) throws IOException {
    PGPSecretKey secret = secret(armored);
    try {
      PGPPrivateKey key =
          secret.extractPrivateKey(
              new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                  .build(passphrase.orElse("").toCharArray()));
      return new OpenPgpSeal(secret.getPublicKey(), key);
    } catch (PGPException refused) {
      throw new BadKey(
          passphrase.isPresent() ? "the passphrase is wrong" : "it needs a passphrase");
    }
  }

  /** Of all that may sign the newest, as gpg chooses. */
  private static PGPSecretKey secret(String armored) throws IOException {
    Optional<PGPSecretKey> best = Optional.empty();
    try (InputStream text =
        PGPUtil.getDecoderStream(
            new ByteArrayInputStream(armored.getBytes(StandardCharsets.ISO_8859_1)))) {
      for (PGPSecretKeyRing ring :
          new PGPSecretKeyRingCollection(text, new BcKeyFingerprintCalculator())) {
        Iterator<PGPSecretKey> keys = ring.getSecretKeys();
        while (keys.hasNext()) {
          PGPSecretKey next = keys.next();
          if (maySign(next) && best.filter(old -> isOlder(next, old)).isEmpty()) {
            best = Optional.of(next);
          }
        }
      }
    } catch (PGPException | RuntimeException broken) {
      throw new BadKey("it is no OpenPGP key");
    }
    return best.orElseThrow(() -> new BadKey("none of its keys may sign"));
  }

  private static boolean isOlder(PGPSecretKey one, PGPSecretKey other) {
    return one.getPublicKey().getCreationTime().before(other.getPublicKey().getCreationTime());
  }

  private static boolean maySign(PGPSecretKey key) {
    return key.isSigningKey()
        && !key.isPrivateKeyEmpty()
        && !key.getPublicKey().hasRevocation()
        && isMeantToSign(key.getPublicKey());
  }

  /** A key that says nothing of its use may do everything. */
  private static boolean isMeantToSign(PGPPublicKey key) {
    boolean silent = true;
    Iterator<PGPSignature> signatures = key.getSignatures();
    while (signatures.hasNext()) {
      PGPSignature signature = signatures.next();
      int flags =
          signature.getHashedSubPackets() == null
              ? 0
              : signature.getHashedSubPackets().getKeyFlags();
      if ((flags & KeyFlags.SIGN_DATA) != 0) {
        return true;
      }
      silent &= flags == 0;
    }
    return silent;
  }

  @Override
  public byte[] sign(byte[] commit, Instant now) throws IOException {
    try {
      PGPSignatureGenerator generator =
          new PGPSignatureGenerator(
              new BcPGPContentSignerBuilder(known.getAlgorithm(), HashAlgorithmTags.SHA512), known);
      generator.init(PGPSignature.BINARY_DOCUMENT, key);
      PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
      said.setIssuerFingerprint(false, known);
      said.setSignatureCreationTime(false, Date.from(now));
      generator.setHashedSubpackets(said.generate());
      generator.update(commit);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ArmoredOutputStream armor = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
        generator.generate().encode(armor);
      }
      return bytes.toByteArray();
    } catch (PGPException broken) {
      throw new IOException("signing failed", broken);
    }
  }
}
