package org.hubfleet.e2e.node;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network of the pods: a bridge in the suite's own network namespace, into which each pod plugs
 * a cable. Addresses of pods and of Services are outside loopback, so the controllers' endpoints
 * are the real ones.
 */
final class PodNetwork {
  /** Where pods reach the suite itself. */
  static final String GATEWAY = "10.244.0.1";

  private static final int PREFIX = 16;
  private static final int FIRST = 256;

  private final AtomicInteger last = new AtomicInteger(FIRST);
  private final Set<String> services = ConcurrentHashMap.newKeySet();

  /** Builds the bridge; throws {@link IllegalStateException} outside a namespace of our own. */
  PodNetwork() {
    if (!Boolean.getBoolean("e2e.apart")) {
      throw new IllegalStateException("pods need network namespaces, which are not allowed here");
    }
    Command.run("ip", "link", "add", "pods", "type", "bridge");
    Command.run("ip", "address", "add", GATEWAY + "/" + PREFIX, "dev", "pods");
    Command.run("ip", "link", "set", "pods", "up");
  }

  /** A place in the network. */
  record Cable(String device, String address) {
    String line() {
      return String.join(
              " ",
              device,
              address + "/" + PREFIX,
              GATEWAY,
              String.valueOf(ProcessHandle.current().pid()))
          + "\n";
    }
  }

  /** An address that nobody had before. */
  Cable next() {
    int number = last.incrementAndGet();
    return new Cable("pod" + number, "10.244." + number / 256 + "." + number % 256);
  }

  /** Makes the address of a Service one of the suite's own, where forwarders can listen. */
  void own(String address) {
    if (services.add(address)) {
      Command.run("ip", "address", "add", address + "/32", "dev", "pods");
    }
  }
}
