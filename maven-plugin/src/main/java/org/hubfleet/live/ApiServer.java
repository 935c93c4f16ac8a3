package org.hubfleet.live;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.Pair;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.hubfleet.schema.JsonTrees;
import tools.jackson.databind.JsonNode;

/** Asks an API server, and never changes anything. */
final class ApiServer {
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final ApiClient client;

  ApiServer(ApiClient client) {
    this.client = client;
  }

  /**
   * What is at a path; absent when there is nothing.
   *
   * @param query names and values, not yet encoded
   */
  Optional<JsonNode> get(String path, Map<String, String> query) throws IOException {
    SortedMap<String, String> sorted = new TreeMap<>(query);
    List<Pair> pairs =
        sorted.entrySet().stream().map(e -> new Pair(e.getKey(), e.getValue())).toList();
    try (Response response = response(path, pairs)) {
      return body(path, response);
    } catch (ApiException refused) {
      throw new IOException(refused);
    }
  }

  private Response response(String path, List<Pair> pairs) throws ApiException, IOException {
    return client
        .buildCall(
            null,
            path,
            "GET",
            pairs,
            List.of(),
            null,
            new TreeMap<>(Map.of("Accept", "application/json")),
            new TreeMap<>(),
            new TreeMap<>(),
            new String[] {"BearerToken"},
            null)
        .execute();
  }

  private static Optional<JsonNode> body(String path, Response response) throws IOException {
    if (response.code() == NOT_FOUND) {
      return Optional.empty();
    }
    if (response.code() == UNAUTHORIZED || response.code() == FORBIDDEN) {
      throw new NotAllowed(path, response.code());
    }
    ResponseBody body = response.body();
    if (!response.isSuccessful() || body == null) {
      throw new IOException("it answers " + response.code() + " to " + path);
    }
    try {
      return Optional.of(JsonTrees.read(body.string()));
    } catch (RuntimeException noJson) {
      throw new IOException("its answer to " + path + " is no JSON", noJson);
    }
  }

  /** The account may not read there, or is not known at all. */
  static final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    NotAllowed(String path, int status) {
      super("it does not let this account read " + path);
      this.status = status;
    }

    /** Whether it does not even know who asks. */
    boolean isStranger() {
      return status == UNAUTHORIZED;
    }
  }
}
