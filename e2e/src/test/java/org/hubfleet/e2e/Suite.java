package org.hubfleet.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hubfleet.e2e.cluster.Api;
import org.hubfleet.e2e.cluster.ControlPlane;
import org.hubfleet.e2e.cluster.GeneratedObjects;
import org.hubfleet.e2e.report.Results;
import org.hubfleet.e2e.tool.ToolBox;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What all rungs share: one control plane, the tools and the results, made when first asked for and
 * ended with the last test. A test class says {@code @ExtendWith(Suite.class)} and takes a {@link
 * Suite.Shared} as a parameter.
 */
public final class Suite implements ParameterResolver {
  private static final Path MODULE = Path.of(System.getProperty("e2e.module"));

  /** Where the objects that Flux reads lie; whoever installs Flux makes it. */
  private static final String FLUX =
      "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"flux-system\"}}";

  private static final Path ROOT = Path.of(System.getProperty("e2e.root"));

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shared.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Suite.class))
        .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
  }

  /** The running suite. */
  public static final class Shared implements AutoCloseable {
    private final ToolBox tools;
    private final Path work;
    private final ControlPlane plane;
    private final Results results = new Results(target());

    private Shared(ToolBox tools, Path work, ControlPlane plane) {
      this.tools = tools;
      this.work = work;
      this.plane = plane;
      results.figure("suite", "Kubernetes", minor());
      results.figure(
          "suite",
          "namespaces",
          Boolean.getBoolean("e2e.apart")
              ? "network, mount and process namespaces of its own"
              : "none: on free loopback ports");
    }

    private static Shared start() {
      try {
        ToolBox tools =
            ToolBox.of(
                MODULE,
                System.getProperty("e2e.tools", ""),
                System.getProperty("e2e.kubernetes", ""));
        Path work = Files.createTempDirectory(Files.createDirectories(target()), "work");
        ControlPlane plane = ControlPlane.start(tools, work.resolve("plane"), target("logs"));
        plane.api().post("/api/v1/namespaces", FLUX);
        return new Shared(tools, work, plane);
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
    }

    /** The API server, spoken to as a member of system:masters. */
    public Api api() {
      return plane.api();
    }

    /** The control plane. */
    public ControlPlane plane() {
      return plane;
    }

    /** The minor of Kubernetes that judges. */
    public String minor() {
      String given = System.getProperty("e2e.kubernetes", "");
      return given.isEmpty() ? ToolBox.MINOR : given;
    }

    /** The prepared tools. */
    public ToolBox tools() {
      return tools;
    }

    /** Where each rung says what it found. */
    public Results results() {
      return results;
    }

    /** A folder of this run for a purpose. */
    public Path work(String purpose) throws IOException {
      return Files.createDirectories(work.resolve(purpose));
    }

    /** Where servers write their logs. */
    public Path logs() {
      return target("logs");
    }

    /** The objects of the checked-in {@code generated/}. */
    public GeneratedObjects fleet() {
      return new GeneratedObjects(ROOT.resolve("generated"));
    }

    /** The checkout. */
    public Path root() {
      return ROOT;
    }

    @Override
    public void close() {
      plane.close();
      results.write();
    }

    private static Path target(String... below) {
      Path folder = MODULE.resolve("target");
      for (String name : below) {
        folder = folder.resolve(name);
      }
      return folder;
    }
  }
}
