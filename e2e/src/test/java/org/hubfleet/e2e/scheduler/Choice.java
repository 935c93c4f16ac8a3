package org.hubfleet.e2e.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.cluster.Kubeconfig;
import org.hubfleet.source.JsonWriter;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * What one person may choose, and what KubeSpawner then asks of the cluster.
 *
 * @param name the profile and its options; empty where there is nothing to choose
 * @param claim for the person's home, where KubeSpawner makes one
 */
record Choice(String name, Node pod, Optional<Node> claim) {
  private static final long PATIENCE_SECONDS = 120;

  /** Every choice of a hub, made by the real packages from the emitted configuration. */
  static List<Choice> of(Suite.Shared suite, String hub, String namespace, List<Node> objects)
      throws IOException {
    Path work = suite.work("choices-" + hub);
    Path sources = suite.root().resolve("e2e/src/test");
    HubFolder folder = new HubFolder(objects);
    Path output = work.resolve("choices.json");
    ProcessBuilder builder =
        new ProcessBuilder(
                suite.tools().program("hub", "python").toString(),
                "-B",
                sources.resolve("python/choices.py").toString(),
                folder.write(work.resolve("jupyterhub")).toString(),
                namespace,
                sources.resolve("resources/write-ins.json").toString(),
                output.toString())
            .directory(Files.createDirectories(work.resolve("home")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(suite.logs().resolve("choices-" + hub + ".log").toFile());
    builder.environment().putAll(folder.environment(namespace));
    builder
        .environment()
        .put(
            "KUBECONFIG",
            Kubeconfig.write(work.resolve("nobody"), "https://127.0.0.1:1", "nobody").toString());
    finish(builder, suite.logs().resolve("choices-" + hub + ".log"));
    List<Choice> choices = new ArrayList<>();
    for (Node made : Tree.items(Tree.of(Files.readString(output)), "choices")) {
      choices.add(
          new Choice(
              Tree.text(made, "choice"),
              made.get("pod").orElseThrow(),
              made.get("claim").filter(claim -> !claim.isNull())));
    }
    return choices;
  }

  private static void finish(ProcessBuilder builder, Path log) throws IOException {
    try {
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(log);
        throw new IllegalStateException(
            (ended ? "no choices:\n" : "choices take too long:\n")
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size())));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Its name for people. */
  String label() {
    return name.isEmpty() ? "the one server there is" : name;
  }

  /** What makes the scheduler treat two choices alike, in text. */
  String signature() {
    Map<String, String> selector = Tree.texts(pod, "spec.nodeSelector");
    return Resources.ofPod(pod)
        + " "
        + selector
        + " "
        + pod.at("spec.tolerations").map(Choice::json).orElse("")
        + " "
        + pod.at("spec.affinity").map(Choice::json).orElse("")
        + " "
        + Tree.text(pod, "spec.priorityClassName");
  }

  /** The same pod under another name, for one more person who chooses the same. */
  Node copy(int number) {
    Mapping all = pod.mapping().orElseThrow();
    Mapping about = all.get("metadata").flatMap(Node::mapping).orElseThrow();
    String name = Tree.text(about, "name") + "-" + number;
    return all.with("metadata", about.with("name", Scalar.string(name, about.origin())));
  }

  static String json(Node node) {
    return JsonWriter.write(node);
  }
}
