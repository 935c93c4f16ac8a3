package org.hubfleet.lower.derive.hub;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hubfleet.lower.Values;
import org.hubfleet.lower.pod.SecretArrival;
import org.hubfleet.lower.pod.SecretLines;
import org.hubfleet.lower.pod.UniqueNames;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Origin;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.ValuePath;

/** The values that reach the hub as files: which Secret holds each, and what the hub calls it. */
final class SecretFiles {
  private static final String COOKIE_SECRET = "hub.config.JupyterHub.cookie_secret";

  /** One line and the file it becomes. */
  private record File(SecretLines.Line line, String path, String name) {}

  private final List<File> files = new ArrayList<>();
  private final Origin origin;

  private SecretFiles(Origin origin) {
    this.origin = origin;
  }

  /** Those of a hub. */
  static SecretFiles of(Values values) {
    SecretFiles all = new SecretFiles(values.derived("secretRefs").origin());
    UniqueNames names = new UniqueNames();
    SecretLines.of(values)
        .arriving(SecretArrival.HUB_FILE)
        .forEach(
            line -> {
              String path = rootless(line.path());
              all.files.add(
                  new File(line, path, names.of(path.replaceAll("[^-._a-zA-Z0-9]+", "-"))));
            });
    return all;
  }

  /** As the hub knows the path: without root, and of two spellings the one it reads. */
  private static String rootless(ValuePath path) {
    String text = new ValuePath(path.segments().subList(1, path.segments().size())).toString();
    if (text.equals("hub.cookieSecret")) {
      return COOKIE_SECRET;
    }
    return text.startsWith("hub.services.") ? text.replaceAll("api_token$", "apiToken") : text;
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return files.isEmpty();
  }

  /** Whether a line gives the value at that path. */
  boolean give(String path) {
    return files.stream().anyMatch(file -> file.path().equals(path));
  }

  /** The list of {@code {path, file}}, in the order of the lines. */
  Sequence index() {
    List<Node> index = new ArrayList<>();
    for (File file : files) {
      index.add(
          Mapping.builder(file.line().said())
              .put("path", file.path())
              .put("file", file.name())
              .build());
    }
    return Sequence.of(index, origin);
  }

  /** The sources of a projected volume that holds them, one a Secret. */
  Sequence sources() {
    Map<String, List<Node>> items = new LinkedHashMap<>();
    Map<String, Scalar> names = new LinkedHashMap<>();
    for (File file : files) {
      Scalar secret = file.line().secret();
      names.putIfAbsent(secret.text(), secret);
      items
          .computeIfAbsent(secret.text(), name -> new ArrayList<>())
          .add(
              Mapping.builder(file.line().said())
                  .put("key", file.line().key())
                  .put("path", file.name())
                  .build());
    }
    List<Node> sources = new ArrayList<>();
    names.forEach(
        (name, secret) ->
            sources.add(
                Mapping.builder(secret.origin())
                    .put(
                        "secret",
                        Mapping.builder(secret.origin())
                            .put("name", secret)
                            .put("items", Sequence.of(items.get(name), secret.origin()))
                            .build())
                    .build()));
    return Sequence.of(sources, origin);
  }
}
