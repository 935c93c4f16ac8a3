package org.hubfleet.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.YamlReader;

/**
 * Answers as an API server of Kubernetes 1.35 does, from a few objects: what kinds there are, lists
 * in pages, single objects. The shapes are those that a real one gives.
 */
public final class PlayedApi implements AutoCloseable {
  private static final String FLUX_LABEL = "kustomize.toolkit.fluxcd.io/name";
  private static final Map<String, List<String>> KINDS =
      new TreeMap<>(
          Map.of(
              "/api/v1",
                  List.of(
                      "Namespace namespaces false",
                      "ConfigMap configmaps true",
                      "Secret secrets true",
                      "Service services true",
                      "ServiceAccount serviceaccounts true",
                      "PersistentVolumeClaim persistentvolumeclaims true"),
              "/apis/apps/v1",
                  List.of("Deployment deployments true", "Scale deployments/scale true"),
              "/apis/kustomize.toolkit.fluxcd.io/v1",
                  List.of("Kustomization kustomizations true")));

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Mapping> objects = new LinkedHashMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Set<String> methods = new TreeSet<>();
  private Optional<String> token = Optional.empty();
  private int page = Integer.MAX_VALUE;
  private long pause;

  /** Starts it, without any object. */
  public PlayedApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Writes a kubeconfig file whose context {@code fleet-west} leads here. */
  public Path kubeconfig(Path file, String user) throws IOException {
    return Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: c
          cluster: {server: "http://127.0.0.1:%d"}
        users:
        - name: u
          user: %s
        contexts:
        - name: fleet-west
          context: {cluster: c, user: u}
        current-context: other
        """
            .formatted(server.getAddress().getPort(), user));
  }

  /** Puts an object in its place, as if Flux had applied it. */
  public synchronized PlayedApi holds(String yaml) {
    return put(YamlReader.ofOurs().read("live", yaml, Layer.HUB).value().orElseThrow(), true);
  }

  /** Puts an object in its place that has lost its labels. */
  synchronized PlayedApi holdsUnlabelled(String yaml) {
    return put(YamlReader.ofOurs().read("live", yaml, Layer.HUB).value().orElseThrow(), false);
  }

  private PlayedApi put(Node tree, boolean labelled) {
    Mapping object = tree.mapping().orElseThrow();
    String label = labelled ? "\"labels\": {\"" + FLUX_LABEL + "\": \"x\"}, " : "";
    String json = JsonWriter.write(object).strip();
    String meta = label + "\"uid\": \"6b1f\", \"resourceVersion\": \"812\", ";
    String text = json.replaceFirst("\"metadata\":\\s*\\{", "\"metadata\": {" + meta);
    objects.put(
        path(object),
        YamlReader.ofOurs()
            .read("live", text, Layer.HUB)
            .value()
            .orElseThrow()
            .mapping()
            .orElseThrow());
    return this;
  }

  private static String word(Mapping object, String path) {
    return object.at(path).flatMap(Node::string).orElse("");
  }

  private static String path(Mapping object) {
    String version = word(object, "apiVersion");
    String root = (version.contains("/") ? "/apis/" : "/api/") + version;
    String[] kind =
        KINDS.get(root).stream()
            .map(line -> line.split(" "))
            .filter(words -> words[0].equals(word(object, "kind")))
            .findFirst()
            .orElseThrow();
    String name = kind[1] + "/" + word(object, "metadata.name");
    return kind[2].equals("true")
        ? root + "/namespaces/" + word(object, "metadata.namespace") + "/" + name
        : root + "/" + name;
  }

  /** Lets nobody look at paths that end so. */
  synchronized void refuses(String ending, int status) {
    refusals.put(ending, status);
  }

  synchronized void wants(String bearer) {
    token = Optional.of(bearer);
  }

  synchronized void givesPagesOf(int size) {
    page = size;
  }

  synchronized void isSlow(long millis) {
    pause = millis;
  }

  /** The paths that were asked for. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  /** How they were asked for. */
  synchronized Set<String> methods() {
    return Set.copyOf(methods);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    String given =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    try (exchange) {
      Thread.sleep(pause);
      int status = status(path, exchange.getRequestMethod(), given);
      Optional<String> body = status == 200 ? body(path, query) : Optional.empty();
      byte[] bytes =
          body.orElse("{\"kind\":\"Status\",\"status\":\"Failure\"}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status == 200 && body.isEmpty() ? 404 : status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized int status(String path, String method, String given) {
    asked.add(path);
    methods.add(method);
    if (!method.equals("GET")) {
      return 405;
    }
    if (token.isPresent() && !given.equals("Bearer " + token.get())) {
      return 401;
    }
    return refusals.entrySet().stream()
        .filter(refusal -> path.endsWith(refusal.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(200);
  }

  private synchronized Optional<String> body(String path, String query) {
    if (KINDS.containsKey(path)) {
      return Optional.of(kinds(path));
    }
    return objects.containsKey(path)
        ? Optional.of(JsonWriter.write(objects.get(path)))
        : list(path, query);
  }

  private static String kinds(String path) {
    List<String> resources = new ArrayList<>();
    for (String line : KINDS.get(path)) {
      String[] words = line.split(" ");
      resources.add(
          "{\"kind\":\"%s\",\"name\":\"%s\",\"namespaced\":%s,\"verbs\":[\"get\",\"list\"]}"
              .formatted(words[0], words[1], words[2]));
    }
    return "{\"kind\":\"APIResourceList\",\"resources\":[" + String.join(",", resources) + "]}";
  }

  /** Items of a list do not say what they are. */
  private Optional<String> list(String path, String query) {
    String plural = path.substring(path.lastIndexOf('/') + 1);
    String root = path.substring(0, path.lastIndexOf('/'));
    boolean known =
        KINDS.getOrDefault(root, List.of()).stream().anyMatch(l -> l.split(" ")[1].equals(plural));
    if (!known) {
      return Optional.empty();
    }
    List<Mapping> all = new ArrayList<>();
    objects.forEach(
        (at, object) -> {
          boolean labelled =
              object.at("metadata.labels").flatMap(labels -> labels.get(FLUX_LABEL)).isPresent();
          if (at.startsWith(root + "/") && at.contains("/" + plural + "/") && labelled) {
            all.add(object.without("apiVersion").without("kind"));
          }
        });
    int from =
        query.contains("continue=")
            ? Integer.parseInt(query.replaceAll(".*continue=(\\d+).*", "$1"))
            : 0;
    int to = Math.min(all.size(), page == Integer.MAX_VALUE ? all.size() : from + page);
    String next = to < all.size() ? "\"continue\":\"" + to + "\"," : "";
    List<String> items = all.subList(from, to).stream().map(JsonWriter::write).toList();
    return Optional.of(
        "{\"kind\":\"List\",\"metadata\":{"
            + next
            + "\"resourceVersion\":\"900\"},\"items\":["
            + String.join(",", items)
            + "]}");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
