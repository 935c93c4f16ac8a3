package org.hubfleet.e2e.api.agreement;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.Discovery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API server: what it says to a strict dry run of an apply. Safe for threads. */
final class ServerJudge {
  private final Api api;
  private final Discovery discovery;
  private final String namespace;

  /** A server that puts objects without a namespace into that one, as kubectl does. */
  ServerJudge(Api api, Discovery discovery, String namespace) {
    this.api = api;
    this.discovery = discovery;
    this.namespace = namespace;
  }

  /** What it says of an object. */
  Verdict judge(JsonNode object) {
    return path(object)
        .map(path -> api.apply(path, object.toString(), true))
        .map(answer -> answer.isFine() ? Verdict.FINE : Verdict.refused(answer.message()))
        .orElse(Verdict.refused("no client would know where to send it"));
  }

  /** The object as the server would keep it; it has to accept it. */
  JsonNode kept(JsonNode object) {
    String path = path(object).orElseThrow();
    return JsonMapper.shared().readTree(api.apply(path, object.toString(), true).body());
  }

  private Optional<String> path(JsonNode object) {
    String version = object.path("apiVersion").stringValue("");
    String name = object.path("metadata").path("name").stringValue("");
    Optional<Discovery.Kind> kind = discovery.kind(version, object.path("kind").stringValue(""));
    if (name.isEmpty() || name.equals(".") || name.equals("..") || kind.isEmpty()) {
      return Optional.empty();
    }
    String space = object.path("metadata").path("namespace").stringValue("");
    String below =
        kind.get().namespaced()
            ? "/namespaces/" + encoded(space.isEmpty() ? namespace : space)
            : "";
    return Optional.of(kind.get().path() + below + "/" + kind.get().plural() + "/" + encoded(name));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
