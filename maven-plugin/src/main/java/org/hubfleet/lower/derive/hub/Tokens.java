package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.lower.Derivation;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.SecretArrival;
import org.hubfleet.lower.pod.SecretLines;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.Checksum;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;

/**
 * {@code context.tokens}: {@code proxy}, the {@code {name, key}} of the Secret that holds the token
 * of hub and proxy; {@code drawn}, the keys of the hub's own Secret that nobody gives; and where
 * there are any, what the Job that draws them needs: {@code job} (its name, which changes with
 * whatever it does), {@code targets} and {@code script}.
 */
public final class Tokens implements Derivation {
  private static final String AUTH_TOKEN = "hub.config.ConfigurableHTTPProxy.auth_token";
  private static final String COOKIE_SECRET = "hub.config.JupyterHub.cookie_secret";
  private static final String CRYPT_KEYS = "hub.config.CryptKeeper.keys";
  private static final String SCRIPT = "upstream/tokens/fill_tokens.py";

  /** Digits of the digest in the Job's name: enough that no two versions meet. */
  private static final int DIGITS = 10;

  private final Scalar script;

  /**
   * @param shelf holds the script of the Job
   */
  public Tokens(Shelf shelf) {
    script =
        Scalar.string(
            shelf.text(SCRIPT), Origin.at(new Place("shelf/" + SCRIPT, 1, 1), Layer.COMPILER));
  }

  @Override
  public String key() {
    return "tokens";
  }

  @Override
  public Node derive(Values values, List<Diagnostic> problems) {
    Origin origin = values.hub().clusterOrigin();
    Mapping keys = keys(values);
    Mapping.Builder tokens = Mapping.builder(origin).put("proxy", proxy(values));
    tokens.put("drawn", keys);
    if (!keys.isEmpty()) {
      Scalar targets = targets(values, keys);
      tokens.put("targets", targets);
      tokens.put("script", script);
      tokens.put("job", job(values, targets));
    }
    return tokens.build();
  }

  private static Mapping proxy(Values values) {
    Optional<SecretLines.Line> given =
        SecretLines.of(values).arriving(SecretArrival.PROXY_VARIABLE).findFirst();
    Scalar hub = values.name("hub");
    return given
        .map(SecretLines.Line::selector)
        .orElseGet(
            () -> Mapping.builder(hub.origin()).put("name", hub).put("key", AUTH_TOKEN).build());
  }

  /** The keys to draw and the kind of each. */
  private static Mapping keys(Values values) {
    SecretFiles given = SecretFiles.of(values);
    Origin origin = values.origin("hub");
    Mapping.Builder keys = Mapping.builder(origin);
    if (SecretLines.of(values).arriving(SecretArrival.PROXY_VARIABLE).findAny().isEmpty()) {
      keys.put(AUTH_TOKEN, "alnum64");
    }
    for (String key : List.of(COOKIE_SECRET, CRYPT_KEYS)) {
      if (!given.give(key)) {
        keys.put(key, "hex64");
      }
    }
    for (Map.Entry<String, Mapping.Entry> service : values.entries("hub.services").entrySet()) {
      String key = serviceKey(service.getKey());
      if (!given.give(key)) {
        keys.put(key, Scalar.string("alnum64", service.getValue().key()));
      }
    }
    return keys.build();
  }

  /** The key of a service's token, the same as upstream's. */
  static String serviceKey(String service) {
    return "hub.services." + service + ".apiToken";
  }

  /** The keys of the hub's own Secret that hold traits nobody gives otherwise. */
  static Sequence traits(Values values) {
    SecretFiles given = SecretFiles.of(values);
    Origin origin = values.origin("hub");
    List<Node> traits = new ArrayList<>();
    for (String key : List.of(COOKIE_SECRET, CRYPT_KEYS)) {
      if (!given.give(key)) {
        traits.add(Mapping.builder(origin).put("path", key).put("key", key).build());
      }
    }
    return Sequence.of(traits, origin);
  }

  private static Scalar targets(Values values, Mapping keys) {
    Mapping target =
        Mapping.builder(keys.origin()).put("secret", values.name("hub")).put("keys", keys).build();
    String text = JsonWriter.write(Sequence.of(List.of(target), keys.origin()));
    List<Origin> origins = new ArrayList<>();
    keys.entries().values().forEach(entry -> origins.add(entry.value().origin()));
    return Scalar.string(text, Origin.of(origins));
  }

  private Scalar job(Values values, Scalar targets) {
    Mapping spec =
        Mapping.builder(targets.origin())
            .put("targets", targets)
            .put("script", script)
            .put("image", values.derived("images.hub"))
            .put("pullPolicy", values.node("hub.image.pullPolicy"))
            .put("pullSecrets", values.derived("pullSecrets.hub"))
            .put("placement", values.derived("placement.core"))
            .put("labels", values.derived("labels.tokens.pod"))
            .build();
    String digest = Checksum.of(spec).substring(0, DIGITS);
    Scalar name = values.name("hub-tokens");
    return Scalar.string(name.text() + "-" + digest, targets.origin());
  }
}
