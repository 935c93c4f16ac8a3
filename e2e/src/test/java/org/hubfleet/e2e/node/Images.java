package org.hubfleet.e2e.node;

import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hubfleet.e2e.tool.ToolBox;

/**
 * What stands in for the images, by the component that a pod belongs to: the kits of the suite in
 * place of image contents, a small first process in place of tini.
 */
public final class Images {
  private static final String SYSTEM_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final String FIRST_PROCESS = "/sbin/first-process";
  private static final long JOVYAN = 1000;
  private static final long USERS = 100;
  private static final String HOME = "/home/jovyan";

  private final ToolBox tools;
  private final String hubKit;

  /** The stand-ins, with one kit or another for the hub itself. */
  public Images(ToolBox tools, String hubKit) {
    this.tools = tools;
    this.hubKit = hubKit;
  }

  /** The stand-in for a pod; {@link NotYet} as when an image cannot be had. */
  Image of(V1Pod pod) throws IOException, NotYet {
    String component =
        Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.<String, String>of())
            .getOrDefault("component", "");
    return switch (component) {
      case "hub", "tokens" -> python(hubKit, "/srv/jupyterhub", JOVYAN);
      case "singleuser-server" -> python("singleuser", HOME, USERS);
      case "proxy" -> proxy();
      case "user-scheduler" -> scheduler();
      case "user-placeholder", "continuous-image-puller", "hook-image-puller", "image-puller" ->
          Image.PAUSE;
      default -> throw new NotYet("ErrImagePull", "nothing stands in for component " + component);
    };
  }

  private Image python(String kit, String workdir, long group) throws IOException {
    Path home = tools.folder(kit);
    return new Image(
        List.of(FIRST_PROCESS),
        List.of(),
        Map.of(
            "PATH", home.resolve("bin") + ":" + SYSTEM_PATH,
            "HOME", HOME,
            "SHELL", "/bin/bash",
            "LANG", "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE", "1"),
        List.of(home, base(home.resolve("bin/python3"))),
        Map.of(),
        List.of(HOME, workdir),
        workdir,
        JOVYAN,
        group);
  }

  /** The folder of the Python that an environment was made from. */
  private static Path base(Path python) throws IOException {
    return python.toRealPath().getParent().getParent();
  }

  private Image proxy() throws IOException {
    Path home = tools.folder("proxy");
    List<Path> programs = new ArrayList<>(List.of(home));
    node().ifPresent(programs::add);
    return new Image(
        List.of(FIRST_PROCESS),
        List.of("configurable-http-proxy"),
        Map.of(
            "PATH",
            home.resolve("bin") + ":" + node().map(bin -> bin + "/bin:").orElse("") + SYSTEM_PATH,
            "NODE_ENV",
            "production"),
        programs,
        Map.of(),
        List.of("/srv/configurable-http-proxy"),
        "/srv/configurable-http-proxy",
        65534,
        65534);
  }

  /** The folder of Node where it is not the system's own. */
  private static Optional<Path> node() throws IOException {
    for (String folder : System.getenv("PATH").split(":")) {
      Path program = Path.of(folder).resolve("node");
      if (Files.isExecutable(program)) {
        Path home = program.toRealPath().getParent().getParent();
        return home.equals(Path.of("/usr")) ? Optional.empty() : Optional.of(home);
      }
    }
    throw new IllegalStateException("no node on this machine");
  }

  private Image scheduler() throws IOException {
    return new Image(
        List.of(),
        List.of("/usr/local/bin/kube-scheduler"),
        Map.of("PATH", SYSTEM_PATH),
        List.of(),
        Map.of("/usr/local/bin/kube-scheduler", tools.program("kubernetes", "kube-scheduler")),
        List.of(),
        "/",
        65532,
        65532);
  }
}
