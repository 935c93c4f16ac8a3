package org.hubfleet.e2e.login;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.HttpUrl;

/**
 * A small identity provider: authorisation code with discovery, GitHub's API beside it, and
 * launches of LTI 1.3. Somebody signs in by a cookie; there are no passwords.
 */
public final class IdentityProvider implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(IdentityProvider::daemon);
  private final Register register = new Register();
  private final HttpUrl root;

  /** Starts it on an address that pods reach. */
  public IdentityProvider(String address) {
    try {
      this.server = HttpServer.create(new InetSocketAddress(address, 0), 64);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    this.root =
        new HttpUrl.Builder()
            .scheme("http")
            .host(address)
            .port(server.getAddress().getPort())
            .build();
    OpenIdConnect openId = new OpenIdConnect(register, root);
    Launches launches = new Launches(register);
    GitHub github = new GitHub(register);
    server.createContext(
        "/",
        http -> {
          Exchange exchange = Exchange.of(http);
          boolean isAnswered =
              openId.answers(exchange) || launches.answers(exchange) || github.answers(exchange);
          if (!isAnswered) {
            exchange.answer(404, "text/plain", "nothing here: " + exchange.path());
          }
        });
    server.setExecutor(threads);
    server.start();
  }

  /** The address of one of its pages. */
  public HttpUrl at(String path) {
    return root.resolve(path);
  }

  /** What its discovery document says, such as {@code token_endpoint}. */
  public String discovered(String endpoint) {
    return OpenIdConnect.discovery(root).get(endpoint).getAsString();
  }

  /** Makes a hub known, with the one address to which people are sent back. */
  public void register(String client, String secret, String callback) {
    register.add(new Register.Client(client, secret, callback));
  }

  /** Makes somebody known, and what is said of them as JSON. */
  public void person(String login, String claims) {
    JsonObject all = JsonParser.parseString(claims).getAsJsonObject();
    all.addProperty("sub", login);
    register.add(login, all);
  }

  /** The page on which somebody signs in. */
  public HttpUrl signIn(String login) {
    return at("/sign-in?who=" + URLEncoder.encode(login, StandardCharsets.UTF_8));
  }

  /** The page of a course on which somebody follows the link to a hub. */
  public HttpUrl launch(String tool, String client) {
    return at("/launch")
        .newBuilder()
        .addQueryParameter("tool", tool)
        .addQueryParameter("client_id", client)
        .build();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "identity provider");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
