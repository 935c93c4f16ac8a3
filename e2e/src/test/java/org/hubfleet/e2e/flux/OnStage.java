package org.hubfleet.e2e.flux;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.hubfleet.e2e.Suite;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test classes of this rung the one stage, with the example fleet deployed and synced. */
public final class OnStage implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Suite.Shared suite = (Suite.Shared) new Suite().resolveParameter(parameter, context);
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(OnStage.class))
        .getOrComputeIfAbsent(Stage.class, key -> start(suite), Stage.class);
  }

  private static Stage start(Suite.Shared suite) {
    try {
      Stage stage = new Stage(suite);
      stage.deploy(stage.example());
      stage.bootstrap();
      long start = System.nanoTime();
      stage.sync();
      suite.results().figure("flux", "first sync", (System.nanoTime() - start) / 1_000_000 + " ms");
      return stage;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
