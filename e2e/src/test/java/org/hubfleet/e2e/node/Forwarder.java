package org.hubfleet.e2e.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Plays one port of a Service: hands connections to one of its endpoints, or refuses them. */
final class Forwarder implements AutoCloseable {
  private static final int PATIENCE = 5_000; // milliseconds

  private final ServerSocket entry;
  private final Supplier<List<InetSocketAddress>> endpoints;
  private final AtomicInteger turn = new AtomicInteger();

  Forwarder(InetSocketAddress address, Supplier<List<InetSocketAddress>> endpoints) {
    this.endpoints = endpoints;
    try {
      this.entry = new ServerSocket();
      entry.setReuseAddress(true);
      entry.bind(address, 128);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot listen on " + address, broken);
    }
    background("service " + address, this::accept);
  }

  static InetSocketAddress at(String address, int port) {
    try {
      return new InetSocketAddress(InetAddress.getByName(address), port);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket client = entry.accept();
        background("connection", () -> join(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket client) {
    List<InetSocketAddress> ready = endpoints.get();
    try (client;
        Socket server = new Socket()) {
      if (ready.isEmpty()) {
        client.setSoLinger(true, 0); // refuse, as a Service without endpoints does
        return;
      }
      server.connect(ready.get(Math.floorMod(turn.getAndIncrement(), ready.size())), PATIENCE);
      Thread back = background("answer", () -> pump(server, client));
      pump(client, server);
      back.join();
    } catch (IOException broken) {
      // the other side sees its connection end, which is all that a Service would do
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        to.getOutputStream().write(buffer, 0, read);
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      close(from);
      close(to);
    }
  }

  private static Thread background(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // it was to be gone
    }
  }

  @Override
  public void close() {
    try {
      entry.close();
    } catch (IOException gone) {
      // it was to be gone
    }
  }
}
