package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Somebody with a browser of their own, at a hub. */
final class Person {
  private static final Duration SPAWN = Duration.ofSeconds(120);

  private final LiveHub hub;
  private final String name;
  private final Browser browser;

  /**
   * Somebody who has not logged in yet.
   *
   * @param name as the hub knows them
   */
  Person(LiveHub hub, String name) {
    this(hub, name, hub.browser());
  }

  private Person(LiveHub hub, String name, Browser browser) {
    this.hub = hub;
    this.name = name;
    this.browser = browser;
  }

  /** Somebody who comes without an account, let in under the name that the hub makes up. */
  static Person anybody(LiveHub hub) {
    Person nameless = new Person(hub, "");
    return new Person(hub, nameless.me().get("name").getAsString(), nameless.browser);
  }

  String name() {
    return name;
  }

  LiveHub hub() {
    return hub;
  }

  Browser browser() {
    return browser;
  }

  /** Opens a page of the hub. */
  Page open(String path) {
    return browser.get(at(path));
  }

  HttpUrl at(String path) {
    return hub.front().resolve(path);
  }

  /** Logs in and must be let in. */
  Person in(Login login) {
    Page page = login.of(this);
    assertThat(page.code()).as("login of %s: %s\n%s", name, page, hub.lastWords()).isEqualTo(200);
    assertThat(me().get("name").getAsString()).isEqualTo(name);
    return this;
  }

  /** Tries to log in and must be refused. */
  Page refusedBy(Login login) {
    Page page = login.of(this);
    assertThat(page.code()).as("login of %s: %s", name, page).isEqualTo(403);
    assertThat(open("/hub/home").path()).isEqualTo("/hub/login");
    return page;
  }

  /** What the hub says of the one who is logged in. */
  JsonObject me() {
    open("/hub/home");
    Page me = call("GET", "/hub/api/user", "");
    assertThat(me.code()).as(me.toString()).isEqualTo(200);
    return JsonParser.parseString(me.body()).getAsJsonObject();
  }

  /** The groups that the hub has them in. */
  List<String> groups() {
    return me().getAsJsonArray("groups").asList().stream().map(JsonElement::getAsString).toList();
  }

  boolean isAdmin() {
    return me().get("admin").getAsBoolean();
  }

  /** The page with the form of choices. */
  Page form() {
    return open("/hub/spawn");
  }

  /** Starts the server without a choice, as the button of the home page does. */
  Page start() {
    return choose(Map.of());
  }

  /** Sends the form of the spawn page with what was chosen; empty where there is no form. */
  Page choose(Map<String, String> choices) {
    Page form = form();
    if (choices.isEmpty()) {
      return form;
    }
    Map<String, String> fields = new LinkedHashMap<>(form.hidden());
    fields.putAll(choices);
    return browser.post(form.action(), fields);
  }

  /** Starts a server by a request, with the options that somebody writes by hand. */
  Page request(String server, String options) {
    String suffix = server.isEmpty() ? "server" : "servers/" + server;
    return call("POST", "/hub/api/users/" + name + "/" + suffix, options);
  }

  /** Waits until the server is up, as the waiting page does; returns the page it then shows. */
  Page awaitServer(String server) {
    String suffix = server.isEmpty() ? "" : "/" + server;
    return Patience.until(
        "the server of " + name,
        SPAWN,
        () -> {
          Page page = open("/hub/spawn-pending/" + name + suffix);
          if (page.code() >= 400 && !Set.of(502, 503, 504).contains(page.code())) {
            throw new AssertionError(page + "\n" + hub.lastWords());
          }
          boolean isThere = page.path().startsWith(root(server));
          return isThere && page.code() == 200 ? Optional.of(page) : Optional.<Page>empty();
        },
        hub::lastWords);
  }

  /** Waits until the page that waits for the server says that there will be none; returns it. */
  Page awaitRefusal() {
    return Patience.until(
        "the refusal of the server of " + name,
        SPAWN,
        () -> {
          Page page = open("/hub/spawn-pending/" + name);
          boolean isOver = page.path().startsWith(root(""));
          assertThat(isOver).as("a server for " + name).isFalse();
          return page.code() >= 400 ? Optional.of(page) : Optional.<Page>empty();
        },
        hub::lastWords);
  }

  /** The first part of the paths of a server. */
  String root(String server) {
    String own = "/user/" + name + "/";
    return server.isEmpty() ? own : own + server + "/";
  }

  /** Stops a server and waits until the hub has forgotten it. */
  void stop(String server) {
    String suffix = server.isEmpty() ? "server" : "servers/" + server;
    Page stopped = call("DELETE", "/hub/api/users/" + name + "/" + suffix, "");
    assertThat(stopped.code()).as(stopped.toString()).isIn(202, 204);
    awaitNoServer(server);
  }

  /** Waits until the hub knows of no such server that runs. */
  void awaitNoServer(String server) {
    Patience.until(
        "the end of the server of " + name,
        SPAWN,
        () -> servers().has(server) ? Optional.empty() : Optional.of(true),
        hub::lastWords);
  }

  /** The running servers, as the hub knows them. */
  JsonObject servers() {
    Page me = call("GET", "/hub/api/users/" + name, "");
    assertThat(me.code()).as(me.toString()).isEqualTo(200);
    return JsonParser.parseString(me.body()).getAsJsonObject().getAsJsonObject("servers");
  }

  /** Runs code in a new kernel of a server. */
  String run(String server, String code) {
    try (Kernel kernel = Kernel.start(this, root(server))) {
      return kernel.run(code);
    }
  }

  /** A request of a script on one of the hub's pages. */
  Page call(String method, String path, String json) {
    return browser.call(method, at(path), json);
  }
}
