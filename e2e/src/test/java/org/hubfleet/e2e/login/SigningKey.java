package org.hubfleet.e2e.login;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** A key that signs JSON Web Tokens, and its public half as others fetch it. */
final class SigningKey {
  private static final int BITS = 2048;
  private static final String NAME = "suite";

  private final KeyPair pair;

  SigningKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** RFC 7517: a set of one key. */
  JsonObject published() {
    RSAPublicKey half = (RSAPublicKey) pair.getPublic();
    JsonObject key = new JsonObject();
    key.addProperty("kty", "RSA");
    key.addProperty("use", "sig");
    key.addProperty("alg", "RS256");
    key.addProperty("kid", NAME);
    key.addProperty("n", number(half.getModulus()));
    key.addProperty("e", number(half.getPublicExponent()));
    JsonArray keys = new JsonArray();
    keys.add(key);
    JsonObject set = new JsonObject();
    set.add("keys", keys);
    return set;
  }

  /** RFC 7515: a compact token. */
  String signed(JsonObject statement) {
    JsonObject header = new JsonObject();
    header.addProperty("alg", "RS256");
    header.addProperty("typ", "JWT");
    header.addProperty("kid", NAME);
    String text = text(header) + "." + text(statement);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + encoded(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String text(JsonObject object) {
    return encoded(object.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
