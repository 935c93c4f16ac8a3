package org.hubfleet.e2e.hub;

import java.io.IOException;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.node.NodeAgent;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test classes of this rung the suite with a node agent: {@link HubSuite.Shared}. */
public final class HubSuite implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shared.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Suite.Shared suite = (Suite.Shared) new Suite().resolveParameter(parameter, context);
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(HubSuite.class))
        .getOrComputeIfAbsent(Shared.class, key -> new Shared(suite), Shared.class);
  }

  /** The running suite and its node agent. */
  public static final class Shared implements AutoCloseable {
    private final Suite.Shared suite;
    private final NodeAgent nodes;

    private Shared(Suite.Shared suite) {
      this.suite = suite;
      try {
        this.nodes =
            new NodeAgent(
                suite.api().watching(), suite.api().address(), suite.work("nodes"), suite.logs());
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
    }

    /** The control plane, tools and results. */
    public Suite.Shared suite() {
      return suite;
    }

    /** What plays the nodes. */
    public NodeAgent nodes() {
      return nodes;
    }

    @Override
    public void close() {
      nodes.close();
    }
  }
}
