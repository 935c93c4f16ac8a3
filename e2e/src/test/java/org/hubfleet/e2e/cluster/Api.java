package org.hubfleet.e2e.cluster;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/** The API server, spoken to by the Kubernetes client. */
public final class Api {
  private static final MediaType APPLY = MediaType.get("application/apply-patch+yaml");
  private static final MediaType MERGE = MediaType.get("application/merge-patch+json");
  private static final MediaType JSON = MediaType.get("application/json");

  private final String server;
  private final String token;
  private final ApiClient client;

  public Api(String server, String token) {
    this.server = server;
    this.token = token;
    this.client = Config.fromToken(server, token, false);
  }

  /** A client of its own for long watches. */
  public ApiClient watching() {
    return Config.fromToken(server, token, false).setReadTimeout(0);
  }

  /** The host and port that the server listens on. */
  public InetSocketAddress address() {
    URI uri = URI.create(server);
    return new InetSocketAddress(uri.getHost(), uri.getPort());
  }

  /** The same server, spoken to by somebody else. */
  public Api as(String otherToken) {
    return new Api(server, otherToken);
  }

  /** The server's URL. */
  public String server() {
    return server;
  }

  /** What the server answered: a status code and a document. */
  public record Answer(int code, String body) {
    /** Whether the request was accepted. */
    public boolean isFine() {
      return code >= 200 && code < 300;
    }

    /** Whether something of that name is there already. */
    public boolean isConflict() {
      return code == 409;
    }

    /** The document as a tree. */
    public Node tree() {
      return YamlReader.ofOurs().read("answer", body, Layer.COMPILER).value().orElseThrow();
    }

    /** The server's reason for a refusal. */
    public String message() {
      return isFine() ? "" : tree().get("message").flatMap(Node::string).orElse(body);
    }
  }

  /** Whether the server calls itself ready. */
  public boolean isReady() {
    try {
      return get("/readyz").isFine();
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Server-side apply of an object with strict field validation. */
  public Answer apply(Node object, boolean dryRun) {
    return apply(ObjectAddress.of(object).path(), JsonWriter.write(object), dryRun);
  }

  /** The same for an object that is JSON already, at a path. */
  public Answer apply(String path, String json, boolean dryRun) {
    return send("PATCH", path + query(dryRun), RequestBody.create(json, APPLY));
  }

  private static String query(boolean dryRun) {
    return "?fieldManager=kustomize-controller&force=true&fieldValidation=Strict"
        + (dryRun ? "&dryRun=All" : "");
  }

  /** Reads a path. */
  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** Where an object lives. */
  public String path(Node object) {
    return ObjectAddress.of(object).path();
  }

  /** Reads an object. */
  public Answer get(Node object) {
    return get(ObjectAddress.of(object).path());
  }

  /** Creates from JSON below a collection's path. */
  public Answer post(String path, String json) {
    return send("POST", path, RequestBody.create(json, JSON));
  }

  /** Changes an object by a merge of JSON. */
  public Answer merge(String path, String json) {
    return send("PATCH", path, RequestBody.create(json, MERGE));
  }

  /** Deletes what is at a path. */
  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Deletes an object. */
  public Answer delete(Node object) {
    return delete(ObjectAddress.of(object).path());
  }

  /** Deletes the object at a path, or a collection, at once: nobody is given time to end. */
  public Answer remove(String path) {
    String now =
        """
        {"kind": "DeleteOptions", "apiVersion": "v1",
         "gracePeriodSeconds": 0, "propagationPolicy": "Background"}
        """;
    return send("DELETE", path, RequestBody.create(now, JSON));
  }

  private Answer send(String method, String path, RequestBody body) {
    Request request =
        new Request.Builder()
            .url(server + path)
            .method(method, body)
            .header("Authorization", "Bearer " + token)
            .build();
    Call call = client.getHttpClient().newCall(request);
    try (Response response = call.execute()) {
      return new Answer(response.code(), response.body() == null ? "" : response.body().string());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The objects of a list below a path. */
  public List<Node> list(String path) {
    return get(path)
        .tree()
        .get("items")
        .flatMap(Node::sequence)
        .map(items -> items.items())
        .orElse(List.of());
  }
}
