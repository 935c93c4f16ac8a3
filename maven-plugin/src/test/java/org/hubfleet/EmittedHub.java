package org.hubfleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Layer;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.YamlReader;

/** The hub of a compiled fleet of one: its mounts laid out as a pod would see them, and run. */
final class EmittedHub {
  private static final Path PYTHON = Path.of("src/test/python").toAbsolutePath();
  private static final String FOLDER = "/usr/local/etc/jupyterhub/";

  private final Map<String, Node> objects = new TreeMap<>();

  EmittedHub(Map<String, String> files) {
    files.forEach(
        (file, text) -> {
          if (file.contains("/hubs/") && file.endsWith("/hub.yaml")) {
            for (String document : text.split("(?m)^---$")) {
              YamlReader.ofOurs()
                  .read(file, document, Layer.COMPILER)
                  .value()
                  .ifPresent(object -> objects.put(id(object), object));
            }
          }
        });
  }

  private static String id(Node object) {
    return text(object, "kind") + "/" + text(object, "metadata.name");
  }

  private static String text(Node node, String path) {
    return node.at(path).flatMap(Node::string).orElse("");
  }

  /** The tree on one line. */
  static String json(Node node) {
    return JsonWriter.write(node).replaceAll("\\n\\s*", "").strip();
  }

  /** The traits that the hub mounts. */
  Mapping traits() {
    return read(objects.get("ConfigMap/hub").at("data").orElseThrow().get("traits.json"));
  }

  private static Mapping read(Optional<Node> text) {
    return read(text.flatMap(Node::string).orElseThrow());
  }

  private static Mapping read(String json) {
    return YamlReader.ofOurs()
        .read("traits.json", json, Layer.COMPILER)
        .value()
        .flatMap(Node::mapping)
        .orElseThrow();
  }

  /** Lays the mounts out below a folder, runs the configuration there, and reads what it sets. */
  Mapping run(String python, Path folder) throws IOException {
    Node pod = objects.get("Deployment/hub").at("spec.template.spec").orElseThrow();
    Node hub = items(pod.get("containers")).get(0);
    for (Node mount : items(hub.get("volumeMounts"))) {
      String path = text(mount, "mountPath");
      if (path.startsWith(FOLDER)) {
        lay(
            volume(pod, text(mount, "name")),
            mount,
            folder.resolve(path.substring(FOLDER.length())));
      }
    }
    Path errors = folder.resolve("errors");
    ProcessBuilder process =
        new ProcessBuilder(python, "-B", "emitted_hub.py", folder.toString())
            .directory(PYTHON.toFile())
            .redirectError(errors.toFile());
    process.environment().put("HUB_SERVICE_PORT", "8081");
    process.environment().put("PROXY_API_SERVICE_PORT", "8001");
    process
        .environment()
        .put("POD_NAMESPACE", text(objects.get("Deployment/hub"), "metadata.namespace"));
    Process running = process.start();
    String out = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (running.waitFor() != 0) {
        throw new AssertionError(Files.readString(errors));
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return shown(read(out));
  }

  private static List<Node> items(Optional<Node> list) {
    return list.flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  private static Node volume(Node pod, String name) {
    return items(pod.get("volumes")).stream()
        .filter(volume -> text(volume, "name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void lay(Node volume, Node mount, Path target) {
    Map<String, String> files = new TreeMap<>();
    volume.at("configMap.name").flatMap(Node::string).ifPresent(name -> files.putAll(data(name)));
    if (text(volume, "secret.secretName").equals("hub")) {
      drawn().forEach(key -> files.put(key, hexWhereWanted(key, key)));
    }
    for (Node source : items(volume.at("projected.sources"))) {
      for (Node item : items(source.at("secret.items"))) {
        String value = text(source, "secret.name") + "/" + text(item, "key");
        files.put(text(item, "path"), hexWhereWanted(text(item, "path"), value));
      }
    }
    String subPath = text(mount, "subPath");
    if (!subPath.isEmpty()) {
      write(target, files.get(subPath));
    } else {
      files.forEach((file, content) -> write(target.resolve(file), content));
    }
  }

  private Map<String, String> data(String configMap) {
    Map<String, String> files = new TreeMap<>();
    objects
        .get("ConfigMap/" + configMap)
        .get("data")
        .flatMap(Node::mapping)
        .ifPresent(
            data ->
                data.entries()
                    .keySet()
                    .forEach(
                        key -> files.put(key, data.get(key).flatMap(Node::string).orElseThrow())));
    return files;
  }

  /** The keys of the hub's own Secret that its configuration asks for. */
  private List<String> drawn() {
    Mapping runtime = read(data("hub").get("runtime.json"));
    List<String> keys = new ArrayList<>();
    items(runtime.get("tokens")).forEach(token -> keys.add(text(token, "key")));
    runtime
        .get("services")
        .flatMap(Node::mapping)
        .ifPresent(
            services ->
                services
                    .entries()
                    .values()
                    .forEach(entry -> keys.add(entry.value().string().orElseThrow())));
    return keys;
  }

  /** The cookie secret has to be hexadecimal; it is spelt back by {@link #shown}. */
  private static String hexWhereWanted(String file, String value) {
    return file.endsWith("cookie_secret")
        ? HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8))
        : value;
  }

  private static Mapping shown(Mapping traits) {
    Optional<String> cookie = traits.at("JupyterHub.cookie_secret").flatMap(Node::string);
    if (cookie.isEmpty()) {
      return traits;
    }
    String text = new String(HexFormat.of().parseHex(cookie.get()), StandardCharsets.UTF_8);
    Mapping hub = traits.get("JupyterHub").flatMap(Node::mapping).orElseThrow();
    return traits.with("JupyterHub", hub.with("cookie_secret", Scalar.string(text, hub.origin())));
  }

  private static void write(Path path, String content) {
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
