package org.hubfleet.e2e.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the suite's servers. */
public final class Ports {
  private static final boolean APART = Boolean.getBoolean("e2e.apart");

  private Ports() {}

  /** The wanted port inside a network namespace of the suite's own, else any free one. */
  public static int own(int wanted) {
    return APART ? wanted : free();
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
