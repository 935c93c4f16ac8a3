package org.hubfleet.e2e.hub;

import java.io.IOException;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import org.hubfleet.e2e.Suite;
import org.hubfleet.e2e.login.IdentityProvider;
import org.hubfleet.e2e.node.NodeAgent;

/**
 * What a journey plays on.
 *
 * @param suite control plane, tools and results
 * @param nodes plays the nodes
 * @param provider plays every identity provider
 * @param column the packages of the hub
 */
record Stage(Suite.Shared suite, NodeAgent nodes, IdentityProvider provider, Column column) {
  static final String RUNG = "hub";

  /** The example fleet. */
  Path examples() {
    return suite.root().resolve("config");
  }

  /** The hubs that the example fleet does not have. */
  Path ownFleet() {
    return suite.root().resolve("e2e/src/test/fleet");
  }

  /**
   * A hub to boot.
   *
   * @param id of the hub
   * @param file such as {@code coast/teaching}
   */
  Preparation prepare(String id, Path config, String file) throws IOException {
    return prepare(id, config, file, column.suffix());
  }

  /** A hub to boot, in a namespace with another end to its name. */
  Preparation prepare(String id, Path config, String file, String suffix) throws IOException {
    String own = id + "-" + suffix;
    Path work = suite.work("hub/" + own);
    Amended amended =
        Amended.copy(config, file, work.resolve("config"))
            .with("namespace", own)
            .with("release", own);
    return new Preparation(this, id, amended, work);
  }

  /** Somebody whose servers are asked for and scheduled, and never run. */
  Person onPaper(LiveHub hub, String name) {
    nodes.keepOnPaper(hub.namespace(), name);
    return new Person(hub, name);
  }

  /** Notes that a hub got that far. */
  void passed(String hub, String step) {
    suite.results().hub(RUNG, hub + column.label(), step, "yes");
  }

  HttpUrl provider(String path) {
    return provider.at(path);
  }
}
