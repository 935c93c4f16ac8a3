package org.hubfleet.lower.pod;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hubfleet.source.ValuePath;

/**
 * The ways in which a value that stands in a Secret reaches what needs it, and the value paths that
 * go each way; the keyword {@code x-arrives} of the schemas says the same of each property.
 */
public enum SecretArrival {
  /** A file that the hub reads. */
  HUB_FILE(
      true,
      "hub.config.<Class>.<trait>, hub.cookieSecret, hub.db.password, hub.services.*.apiToken and"
          + " custom.* (files that the hub reads)",
      "jupyterhub.hub.config.*.*",
      "jupyterhub.hub.cookieSecret",
      "jupyterhub.hub.db.password",
      "jupyterhub.hub.services.*.apiToken",
      "jupyterhub.hub.services.*.api_token",
      "jupyterhub.custom.*"),
  /** A variable of the container. */
  VARIABLE(
      true,
      "extraEnv.* of hub, singleuser, proxy.chp and proxy.traefik (variables)",
      "jupyterhub.hub.extraEnv.*",
      "jupyterhub.singleuser.extraEnv.*",
      "jupyterhub.proxy.chp.extraEnv.*",
      "jupyterhub.proxy.traefik.extraEnv.*"),
  /** A file of the container. */
  VOLUME(
      true,
      "stringData of extraFiles.* of hub and singleuser (files)",
      "jupyterhub.hub.extraFiles.*.data",
      "jupyterhub.hub.extraFiles.*.stringData",
      "jupyterhub.hub.extraFiles.*.binaryData",
      "jupyterhub.singleuser.extraFiles.*.data",
      "jupyterhub.singleuser.extraFiles.*.stringData",
      "jupyterhub.singleuser.extraFiles.*.binaryData"),
  /** The variable in which hub and proxy share their token. */
  PROXY_VARIABLE(
      true,
      "proxy.secretToken (a variable)",
      "jupyterhub.proxy.secretToken",
      "jupyterhub.hub.config.ConfigurableHTTPProxy.auth_token"),
  /** An existing Secret of type {@code kubernetes.io/dockerconfigjson}. */
  PULL_SECRET(
      false,
      "imagePullSecret (a Secret of type kubernetes.io/dockerconfigjson)",
      "jupyterhub.imagePullSecret",
      "jupyterhub.imagePullSecret.email",
      "jupyterhub.imagePullSecret.password",
      "jupyterhub.imagePullSecret.registry",
      "jupyterhub.imagePullSecret.username"),
  /** An existing Secret of type {@code kubernetes.io/tls}. */
  TLS_SECRET(
      false,
      "proxy.https.manual (a Secret of type kubernetes.io/tls)",
      "jupyterhub.proxy.https.manual",
      "jupyterhub.proxy.https.manual.cert",
      "jupyterhub.proxy.https.manual.key");

  private final boolean needsKey;
  private final String words;
  private final List<ValuePath> patterns;

  SecretArrival(boolean needsKey, String words, String... patterns) {
    this.needsKey = needsKey;
    this.words = words;
    this.patterns =
        Arrays.stream(patterns).map(text -> ValuePath.parse(text).orElseThrow()).toList();
  }

  /** Whether a line has to name a key of its Secret. */
  public boolean needsKey() {
    return needsKey;
  }

  /** How the value at that path arrives; absent when it cannot come from a Secret. */
  public static Optional<SecretArrival> of(ValuePath path) {
    if (path.segments().stream().anyMatch(segment -> !(segment instanceof ValuePath.Key))) {
      return Optional.empty();
    }
    return PROXY_VARIABLE.covers(path)
        ? Optional.of(PROXY_VARIABLE)
        : Arrays.stream(values()).filter(arrival -> arrival.covers(path)).findFirst();
  }

  /** What the hub reads may be a part of the value at the pattern; all else is that value. */
  private boolean covers(ValuePath path) {
    return patterns.stream()
        .anyMatch(
            pattern -> {
              int length = pattern.segments().size();
              boolean open = this == HUB_FILE && pattern.toString().endsWith("*");
              return path.segments().size() >= length
                  && (open || path.segments().size() == length)
                  && pattern.matches(new ValuePath(path.segments().subList(0, length)));
            });
  }

  /** What can come from a Secret and how it arrives, on one line, below {@code jupyterhub}. */
  public static String table() {
    return Arrays.stream(values()).map(arrival -> arrival.words).collect(Collectors.joining("; "));
  }
}
