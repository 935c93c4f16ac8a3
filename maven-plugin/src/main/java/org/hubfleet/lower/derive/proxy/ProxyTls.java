package org.hubfleet.lower.derive.proxy;

import java.util.Optional;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.SecretLines;
import org.hubfleet.source.Scalar;

/**
 * The Secret from which the proxy's own container serves HTTPS.
 *
 * @param certificate its key of the certificate
 * @param key its key of the private key
 */
record ProxyTls(Scalar secret, Scalar certificate, Scalar key) {
  private static final String MANUAL = "jupyterhub.proxy.https.manual";
  private static final String SECRET = "proxy.https.secret.";

  /** The Secret; absent when HTTPS does not end at the proxy, or none is named. */
  static Optional<ProxyTls> of(Values values) {
    return switch (HttpsMode.of(values)) {
      case MANUAL -> manual(values);
      case SECRET -> secret(values);
      case OFF, LETSENCRYPT, OFFLOAD -> Optional.empty();
    };
  }

  private static Optional<ProxyTls> manual(Values values) {
    SecretLines.View lines = SecretLines.of(values);
    return lines
        .below(MANUAL)
        .findFirst()
        .map(
            line ->
                new ProxyTls(
                    line.secret(),
                    key(lines, line, MANUAL + ".cert", "tls.crt"),
                    key(lines, line, MANUAL + ".key", "tls.key")));
  }

  private static Scalar key(
      SecretLines.View lines, SecretLines.Line any, String path, String usual) {
    return lines
        .at(path)
        .flatMap(SecretLines.Line::key)
        .orElseGet(() -> Scalar.string(usual, any.secret().origin()));
  }

  private static Optional<ProxyTls> secret(Values values) {
    return values
        .string(SECRET + "name")
        .filter(name -> !name.isEmpty())
        .map(
            name ->
                new ProxyTls(
                    values.text(name, SECRET + "name"),
                    text(values, "crt", "tls.crt"),
                    text(values, "key", "tls.key")));
  }

  private static Scalar text(Values values, String key, String usual) {
    return values.text(values.string(SECRET + key).orElse(usual), SECRET + key);
  }
}
