package org.hubfleet.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Real git behind http on this machine, with manners a test can choose. */
final class GitServer implements AutoCloseable {
  /** What the server does wrong. */
  enum Manners {
    GOOD,
    /** Never answers. */
    HANGS,
    /** Hangs up in the middle of its first large answer. */
    HANGS_UP,
    /** Does what it was told and hangs up instead of saying so, once. */
    LOSES_ANSWER,
    /** Gives half of its first large answer, and then nothing. */
    HANGS_MIDWAY,
    /** Hangs up while it is pushed to. */
    HANGS_UP_ON_PUSH,
    /** Never answers a push. */
    HANGS_ON_PUSH,
    /** Has no room for anything new. */
    FULL_DISK,
    /** Speaks the oldest protocol. */
    OLD
  }

  private final Path root;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile Manners manners = Manners.GOOD;
  private volatile Optional<String> password = Optional.empty();

  /** Serves the repositories below a folder. */
  GitServer(Path root) throws IOException {
    this.root = root;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "http-backend")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          <= 1;
    } catch (IOException | InterruptedException none) {
      return false;
    }
  }

  void is(Manners other) {
    manners = other;
  }

  /** Lets in only who knows the password, whatever the name. */
  void wants(String word) {
    password = Optional.of(word);
  }

  String address(String repository) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  /** Waits until it is done with what clients have asked, those included that are gone. */
  void settle() throws InterruptedException {
    int idle = 0;
    while (idle < 3) {
      Thread.sleep(10);
      idle = busy.get() == 0 ? idle + 1 : 0;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    busy.incrementAndGet();
    boolean push = exchange.getRequestURI().getPath().endsWith("/git-receive-pack");
    try (exchange) {
      if (push && manners == Manners.HANGS_UP_ON_PUSH) {
        exchange.getRequestBody().readNBytes(100);
        return;
      }
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (manners == Manners.HANGS || (push && manners == Manners.HANGS_ON_PUSH)) {
        pause();
      } else if (!isLetIn(exchange)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
      } else {
        send(exchange, backend(exchange, body));
      }
    } finally {
      busy.decrementAndGet();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isLetIn(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return password.isEmpty()
        || (given != null
            && new String(
                    Base64.getDecoder().decode(given.replace("Basic ", "")), StandardCharsets.UTF_8)
                .endsWith(":" + password.get()));
  }

  private byte[] backend(HttpExchange exchange, byte[] body) throws IOException {
    ProcessBuilder builder =
        manners == Manners.FULL_DISK
            ? new ProcessBuilder("bash", "-c", "trap '' XFSZ; ulimit -f 0; exec git http-backend")
            : new ProcessBuilder("git", "http-backend");
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("HOME", root.toString());
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REMOTE_USER", "tester");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put(
        "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
    environment.put("CONTENT_LENGTH", Integer.toString(body.length));
    header(exchange, "Content-Type", "CONTENT_TYPE", builder);
    header(exchange, "Content-Encoding", "HTTP_CONTENT_ENCODING", builder);
    if (manners != Manners.OLD) {
      header(exchange, "Git-Protocol", "HTTP_GIT_PROTOCOL", builder);
    }
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    threads.execute(
        () -> {
          try (OutputStream in = process.getOutputStream()) {
            in.write(body);
          } catch (IOException ended) {
            // It has read what it wanted.
          }
        });
    try (InputStream out = process.getInputStream()) {
      return out.readAllBytes();
    }
  }

  private static void header(
      HttpExchange exchange, String name, String variable, ProcessBuilder builder) {
    Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
        .ifPresent(value -> builder.environment().put(variable, value));
  }

  private void send(HttpExchange exchange, byte[] answer) throws IOException {
    boolean push = exchange.getRequestURI().getPath().endsWith("/git-receive-pack");
    if (manners == Manners.LOSES_ANSWER && push && lost.getAndIncrement() == 0) {
      return;
    }
    int status = 200;
    int end = headerEnd(answer);
    String head = new String(answer, 0, end, StandardCharsets.ISO_8859_1);
    for (String line : head.split("\r\n")) {
      String[] parts = line.split(": ", 2);
      if (parts[0].equals("Status")) {
        status = Integer.parseInt(parts[1].substring(0, 3));
      } else if (parts.length == 2) {
        exchange.getResponseHeaders().add(parts[0], parts[1]);
      }
    }
    byte[] body = Arrays.copyOfRange(answer, Math.min(end + 4, answer.length), answer.length);
    boolean post = exchange.getRequestMethod().equals("POST");
    boolean midway = manners == Manners.HANGS_MIDWAY && post;
    boolean half = midway || (manners == Manners.HANGS_UP && post);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body, 0, half ? body.length / 2 : body.length);
      if (midway) {
        out.flush();
        pause();
      }
    } catch (IOException hungUp) {
      // That is what the test wants.
    }
  }

  private static int headerEnd(byte[] answer) {
    for (int i = 0; i + 3 < answer.length; i++) {
      if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r') {
        return i;
      }
    }
    return answer.length;
  }

  /** Runs git in a repository and gives what it says. */
  static String git(Path repository, String... words) throws IOException {
    String[] command = new String[words.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = repository.toString();
    System.arraycopy(words, 0, command, 3, words.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    process.getInputStream().transferTo(said);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said.toString(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
