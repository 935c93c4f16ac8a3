package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Somebody with a browser of their own, at a hub. */
final class Person {
  private static final Duration SPAWN = Duration.ofSeconds(90);

  private final LiveHub hub;
  private final String name;
  private final Browser browser;

  Person(LiveHub hub, String name) {
    this.hub = hub;
    this.name = name;
    this.browser = hub.browser();
  }

  String name() {
    return name;
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

  /** Fills in name and password on the login page; returns where that leads. */
  Page logIn(String password) {
    Page login = open("/hub/login");
    assertThat(login.code()).as(login.toString()).isEqualTo(200);
    Map<String, String> fields = new LinkedHashMap<>(login.hidden());
    fields.put("username", name);
    fields.put("password", password);
    return browser.post(login.action(), fields);
  }

  /** Whether the hub knows who this is. */
  boolean isLoggedIn() {
    Page home = open("/hub/home");
    return home.code() == 200 && home.url().encodedPath().equals("/hub/home");
  }

  /** Opens the page that starts a server: a form, or straight the waiting page. */
  Page openSpawn() {
    return open("/hub/spawn");
  }

  /** Sends the form of the spawn page with what was chosen. */
  Page choose(Map<String, String> choices) {
    Page form = openSpawn();
    Map<String, String> fields = new LinkedHashMap<>(form.hidden());
    fields.putAll(choices);
    return browser.post(form.url(), fields);
  }

  /** Waits until the server is up, as the waiting page does; returns the page it then shows. */
  Page awaitServer(String server) {
    String suffix = server.isEmpty() ? "" : "/" + server;
    return Patience.until(
        "the server of " + name,
        SPAWN,
        () -> {
          Page page = open("/hub/spawn-pending/" + name + suffix);
          if (page.code() >= 400 && page.code() != 503) {
            throw new AssertionError(page + "\n" + hub.lastWords());
          }
          boolean isThere = page.url().encodedPath().startsWith("/user/" + name + suffix);
          return isThere ? Optional.of(page) : Optional.<Page>empty();
        },
        hub::lastWords);
  }

  /** Stops the server and waits until the hub has forgotten its pod. */
  void stopServer() {
    Page stopped = call("DELETE", "/hub/api/users/" + name + "/server", "");
    assertThat(stopped.code()).as(stopped.toString()).isIn(202, 204);
    Patience.until(
        "the end of the server of " + name,
        SPAWN,
        () -> {
          Page me = call("GET", "/hub/api/users/" + name, "");
          assertThat(me.code()).as(me.toString()).isEqualTo(200);
          return me.body().contains("\"servers\": {}") ? Optional.of(me) : Optional.empty();
        },
        hub::lastWords);
  }

  /** A request of a script on one of the hub's pages. */
  Page call(String method, String path, String json) {
    return browser.call(method, at(path), json);
  }
}
