package org.hubfleet.e2e.api.agreement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hubfleet.e2e.cluster.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an API server publishes about its own kinds (OpenAPI 3). */
final class ServerSchemas {
  private static final String LOCAL = "#/components/schemas/";
  private static final String KIND = "x-kubernetes-group-version-kind";

  private final Api api;
  private final Map<String, JsonNode> documents = new HashMap<>();

  ServerSchemas(Api api) {
    this.api = api;
  }

  /** The schema of a kind; absent when the server does not publish one. */
  Optional<ServerSchema> kind(String apiVersion, String kind) {
    JsonNode document = documents.computeIfAbsent(apiVersion, this::document);
    for (JsonNode schema : document.path("components").path("schemas")) {
      for (JsonNode name : schema.path(KIND)) {
        String group = name.path("group").stringValue("");
        String version = name.path("version").stringValue("");
        String full = group.isEmpty() ? version : group + "/" + version;
        if (full.equals(apiVersion) && name.path("kind").stringValue("").equals(kind)) {
          return Optional.of(new ServerSchema(schema, document));
        }
      }
    }
    return Optional.empty();
  }

  private JsonNode document(String apiVersion) {
    String path = apiVersion.contains("/") ? "apis/" + apiVersion : "api/" + apiVersion;
    return JsonMapper.shared().readTree(api.get("/openapi/v3/" + path).body());
  }

  /** One of them. */
  record ServerSchema(JsonNode schema, JsonNode document) {
    /** With what it refers to laid under it. */
    JsonNode get(String keyword) {
      JsonNode own = schema.path(keyword);
      return own.isMissingNode() ? behind().map(b -> b.get(keyword)).orElse(own) : own;
    }

    private Optional<ServerSchema> behind() {
      String reference = schema.path("$ref").stringValue("");
      for (JsonNode part : schema.path("allOf")) {
        reference = part.path("$ref").stringValue(reference);
      }
      return reference.startsWith(LOCAL)
          ? Optional.of(
              new ServerSchema(
                  document
                      .path("components")
                      .path("schemas")
                      .path(reference.substring(LOCAL.length())),
                  document))
          : Optional.empty();
    }

    /** The types allowed, one or those of its choice; empty when any are. */
    Set<String> types() {
      Set<String> found = new TreeSet<>();
      get("type").stringValueOpt().ifPresent(found::add);
      get("oneOf").forEach(choice -> found.add(choice.path("type").stringValue("")));
      return found;
    }

    ServerSchema below(JsonNode part) {
      return new ServerSchema(part, document);
    }
  }
}
