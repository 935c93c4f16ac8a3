package org.hubfleet.e2e.login;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request to the provider and its answer. */
final class Exchange {
  private final HttpExchange http;
  private final Map<String, String> fields;

  private Exchange(HttpExchange http, Map<String, String> fields) {
    this.http = http;
    this.fields = fields;
  }

  /** With the fields of the query and of a form that was posted. */
  static Exchange of(HttpExchange http) throws IOException {
    Map<String, String> fields = new TreeMap<>();
    read(http.getRequestURI().getRawQuery(), fields);
    if (http.getRequestMethod().equals("POST")) {
      read(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), fields);
    }
    return new Exchange(http, fields);
  }

  private static void read(String encoded, Map<String, String> fields) {
    for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  String path() {
    return http.getRequestURI().getPath();
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  Optional<String> cookie(String name) {
    for (String header : http.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String pair : header.split("; *")) {
        if (pair.startsWith(name + "=")) {
          return Optional.of(decoded(pair.substring(name.length() + 1)));
        }
      }
    }
    return Optional.empty();
  }

  /** The token of an {@code Authorization} header, whatever its scheme is called. */
  String bearer() {
    String header = Optional.ofNullable(header("Authorization")).orElse("");
    return header.substring(header.indexOf(' ') + 1);
  }

  /** Client and secret, from the header or from the form. */
  String[] client() {
    String header = header("Authorization");
    if (header != null && header.startsWith("Basic ")) {
      byte[] pair = Base64.getDecoder().decode(header.substring("Basic ".length()));
      return new String(pair, StandardCharsets.UTF_8).split(":", 2);
    }
    return new String[] {field("client_id"), field("client_secret")};
  }

  private String header(String name) {
    return http.getRequestHeaders().getFirst(name);
  }

  void redirect(String location) throws IOException {
    http.getResponseHeaders().set("Location", location);
    answer(302, "text/plain", "");
  }

  void setCookie(String cookie) {
    http.getResponseHeaders().add("Set-Cookie", cookie);
  }

  void answer(int code, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", type);
    http.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    http.getResponseBody().write(bytes);
    http.close();
  }

  void json(int code, String body) throws IOException {
    answer(code, "application/json", body);
  }
}
