package org.hubfleet.e2e.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * A browser: keeps cookies by host, path and scheme, and follows redirects. It reaches hosts of the
 * hub through the proxy as an Ingress would hand on its requests; TLS is not played.
 */
final class Browser {
  private static final int MOST_REDIRECTS = 25;
  private static final MediaType JSON = MediaType.get("application/json");

  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder()
          .followRedirects(false)
          .readTimeout(Duration.ofSeconds(60))
          .retryOnConnectionFailure(true)
          .build();

  private final Map<String, HttpUrl> entries;
  private final List<Cookie> cookies = new ArrayList<>();

  /**
   * A browser without cookies.
   *
   * @param entries for a host's name where its requests really go
   */
  Browser(Map<String, HttpUrl> entries) {
    this.entries = Map.copyOf(entries);
  }

  Page get(HttpUrl url) {
    return follow(new Request.Builder().url(url));
  }

  Page post(HttpUrl url, Map<String, String> fields) {
    FormBody.Builder form = new FormBody.Builder();
    fields.forEach(form::add);
    return follow(new Request.Builder().url(url).post(form.build()));
  }

  /** A request of a script on a page: JSON, with the XSRF cookie that the page can read. */
  Page call(String method, HttpUrl url, String json) {
    Request.Builder request = new Request.Builder().url(url);
    request.method(method, json.isEmpty() ? emptyBody(method) : RequestBody.create(json, JSON));
    xsrf(url).ifPresent(token -> request.header("X-XSRFToken", token));
    return follow(request);
  }

  /** The XSRF cookie of a page: the one with the longest path. */
  Optional<String> xsrf(HttpUrl url) {
    return cookies.stream()
        .filter(cookie -> cookie.name().equals("_xsrf") && cookie.matches(url))
        .max((a, b) -> Integer.compare(a.path().length(), b.path().length()))
        .map(Cookie::value);
  }

  WebSocket webSocket(HttpUrl url, WebSocketListener listener) {
    Request request = prepared(new Request.Builder().url(url).build());
    String origin = url.scheme() + "://" + url.host();
    return HTTP.newWebSocket(request.newBuilder().header("Origin", origin).build(), listener);
  }

  private static RequestBody emptyBody(String method) {
    return method.equals("GET") ? null : RequestBody.create(new byte[0]);
  }

  private Page follow(Request.Builder first) {
    Request request = first.build();
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      try (Response response = HTTP.newCall(prepared(request)).execute()) {
        remember(request.url(), response.headers());
        String location = response.header("Location");
        if (response.code() < 300 || response.code() >= 400 || location == null) {
          return new Page(request.url(), response.code(), response.body().string());
        }
        HttpUrl next = request.url().resolve(location);
        request = new Request.Builder().url(next).build();
      } catch (IOException broken) {
        throw new UncheckedIOException(request.url().toString(), broken);
      }
    }
    throw new AssertionError("too many redirects, the last to " + request.url());
  }

  /** The request as it reaches the entry of its host. */
  private Request prepared(Request request) {
    HttpUrl wanted = request.url();
    Request.Builder changed = request.newBuilder();
    String sent = cookieHeader(wanted);
    if (!sent.isEmpty()) {
      changed.header("Cookie", sent);
    }
    HttpUrl entry = entries.get(wanted.host());
    if (entry != null) {
      changed.url(wanted.newBuilder().scheme("http").host(entry.host()).port(entry.port()).build());
      changed.header("Host", wanted.host());
      changed.header("X-Forwarded-Proto", wanted.scheme());
      changed.header("X-Forwarded-Port", String.valueOf(wanted.port()));
      changed.header("X-Forwarded-For", "203.0.113.7");
    }
    return changed.build();
  }

  private synchronized String cookieHeader(HttpUrl url) {
    return cookies.stream()
        .filter(cookie -> cookie.matches(url))
        .sorted((a, b) -> Integer.compare(b.path().length(), a.path().length()))
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }

  private synchronized void remember(HttpUrl url, Headers headers) {
    for (Cookie cookie : Cookie.parseAll(url, headers)) {
      cookies.removeIf(
          old ->
              old.name().equals(cookie.name())
                  && old.path().equals(cookie.path())
                  && old.domain().equals(cookie.domain()));
      if (cookie.expiresAt() > System.currentTimeMillis()) {
        cookies.add(cookie);
      }
    }
  }
}
