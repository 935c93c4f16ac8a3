package org.hubfleet.e2e.login;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Discovery, authorisation code, token and user information, as Google, CILogon and others do. */
final class OpenIdConnect {
  private final Register register;
  private final HttpUrl root;

  OpenIdConnect(Register register, HttpUrl root) {
    this.register = register;
    this.root = root;
  }

  boolean answers(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/sign-in" -> signIn(exchange);
      case "/.well-known/openid-configuration" -> exchange.json(200, discovery(root).toString());
      case "/authorize", "/github/login/oauth/authorize" -> {
        return authorizes(exchange);
      }
      case "/token", "/github/login/oauth/access_token" -> token(exchange);
      case "/userinfo" -> userInfo(exchange);
      default -> {
        return false;
      }
    }
    return true;
  }

  static JsonObject discovery(HttpUrl root) {
    JsonObject document = new JsonObject();
    document.addProperty("issuer", root.toString());
    document.addProperty("authorization_endpoint", root.resolve("/authorize").toString());
    document.addProperty("token_endpoint", root.resolve("/token").toString());
    document.addProperty("userinfo_endpoint", root.resolve("/userinfo").toString());
    document.addProperty("jwks_uri", root.resolve("/jwks").toString());
    return document;
  }

  private static void signIn(Exchange exchange) throws IOException {
    String who = exchange.field("who").replace("@", "%40");
    exchange.setCookie("who=" + who + "; Path=/");
    exchange.answer(200, "text/plain", "signed in");
  }

  /** Sends somebody back with a code, but only to the address that the hub has registered. */
  private boolean authorizes(Exchange exchange) throws IOException {
    if (!exchange.field("response_type").equals("code")) {
      return false;
    }
    Optional<Register.Client> client = register.client(exchange.field("client_id"));
    Optional<String> who = exchange.cookie("who").filter(w -> register.person(w).isPresent());
    if (client.isEmpty() || !client.get().callback().equals(exchange.field("redirect_uri"))) {
      exchange.answer(
          400, "text/plain", "unknown client or callback: " + exchange.field("redirect_uri"));
    } else if (who.isEmpty()) {
      exchange.answer(401, "text/plain", "nobody is signed in");
    } else {
      HttpUrl back =
          HttpUrl.get(client.get().callback())
              .newBuilder()
              .addQueryParameter("code", register.newCode(who.get()))
              .addQueryParameter("state", exchange.field("state"))
              .build();
      exchange.redirect(back.toString());
    }
    return true;
  }

  private void token(Exchange exchange) throws IOException {
    Optional<String> token = register.token(exchange.field("code"), exchange.client());
    if (token.isEmpty()) {
      exchange.json(400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("access_token", token.get());
    answer.addProperty("token_type", "bearer");
    answer.addProperty("scope", "read:org");
    answer.addProperty("expires_in", 3600);
    exchange.json(200, answer.toString());
  }

  private void userInfo(Exchange exchange) throws IOException {
    Optional<JsonObject> claims = register.holder(exchange.bearer()).flatMap(register::person);
    if (claims.isEmpty()) {
      exchange.json(401, "{\"error\": \"invalid_token\"}");
    } else {
      exchange.json(200, claims.get().toString());
    }
  }
}
