package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.models.V1Container;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running container: a process in namespaces of its own. */
final class Container {
  private static final String STARTER =
      Path.of(System.getProperty("e2e.module"), "bin", "container").toString();

  private final Process process;

  private Container(Process process) {
    this.process = process;
  }

  /** Starts what the plan describes; its output is added to the log. */
  static Container start(
      Path plan, V1Container container, Image image, Map<String, String> variables, Path log)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(STARTER, "start", plan.toString()));
    command.addAll(words(container, image, variables));
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder.environment().putAll(image.variables());
    builder.environment().put("HOSTNAME", Files.readString(plan.resolve("etc/hostname")).strip());
    builder.environment().putAll(variables);
    return new Container(builder.start());
  }

  private static List<String> words(
      V1Container container, Image image, Map<String, String> variables) {
    List<String> all = new ArrayList<>();
    boolean replaced = !Variables.given(container.getCommand()).isEmpty();
    if (replaced) {
      container.getCommand().forEach(word -> all.add(Variables.expanded(word, variables)));
    } else {
      all.addAll(image.entry());
    }
    if (!Variables.given(container.getArgs()).isEmpty()) {
      container.getArgs().forEach(word -> all.add(Variables.expanded(word, variables)));
    } else if (!replaced) {
      all.addAll(image.command());
    }
    return all;
  }

  /** The status it ended with; absent while it runs. */
  Optional<Integer> exit() {
    return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
  }

  /** The first process inside, as the suite sees it; absent before it is there. */
  Optional<Long> first() {
    return process.children().findFirst().map(ProcessHandle::pid);
  }

  /** Asks it to end, and ends it when the time is over. */
  void stop(long seconds) throws InterruptedException {
    process.children().forEach(ProcessHandle::destroy);
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
