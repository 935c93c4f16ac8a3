package org.hubfleet.e2e.flux;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hubfleet.e2e.cluster.Api;

/**
 * Plays source-controller: serves archives of commits on loopback and tells the {@code
 * GitRepository} of the newest.
 */
final class PlayedSource implements AutoCloseable {
  static final String PATH =
      "/apis/source.toolkit.fluxcd.io/v1/namespaces/flux-system/gitrepositories/hubs";
  private static final String FETCHED_AT = "2026-11-21T00:00:00Z";

  private final Api api;
  private final HttpServer server;
  private final Map<String, byte[]> archives = new ConcurrentHashMap<>();

  PlayedSource(Api api) throws IOException {
    this.api = api;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] archive = archives.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(
              archive == null ? 404 : 200, archive == null ? -1 : archive.length);
          if (archive != null) {
            exchange.getResponseBody().write(archive);
          }
          exchange.close();
        });
    server.start();
  }

  /** Makes a commit the newest; gives its revision as Flux writes it. */
  String publish(DeployedRepository repository, String commit) {
    byte[] archive = repository.archive(commit);
    String path = "/hubs/" + commit + ".tar.gz";
    archives.put(path, archive);
    String revision = DeployedRepository.BRANCH + "@sha1:" + commit;
    Api.Answer answer =
        api.merge(
            PATH + "/status",
            """
            {"status": {"artifact": {"digest": "sha256:%s", "lastUpdateTime": "%s",
             "path": "%s", "revision": "%s", "url": "http://127.0.0.1:%d%s"}}}
            """
                .formatted(
                    digest(archive),
                    FETCHED_AT,
                    path.substring(1),
                    revision,
                    server.getAddress().getPort(),
                    path));
    if (!answer.isFine()) {
      throw new IllegalStateException(answer.message());
    }
    return revision;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
