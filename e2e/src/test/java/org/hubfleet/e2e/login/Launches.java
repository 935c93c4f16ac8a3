package org.hubfleet.e2e.login;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A learning platform that launches a hub as a tool of LTI 1.3. */
final class Launches {
  private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
  private static final String ISSUER = "https://learn.bay.example";

  private final Register register;
  private final SigningKey key = new SigningKey();

  Launches(Register register) {
    this.register = register;
  }

  boolean answers(Exchange exchange) throws IOException {
    switch (exchange.path()) {
      case "/launch" -> launch(exchange);
      case "/jwks" -> exchange.json(200, key.published().toString());
      case "/authorize" -> authorize(exchange);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The platform's page, whose form goes to the tool. */
  private void launch(Exchange exchange) throws IOException {
    JsonObject fields = new JsonObject();
    fields.addProperty("iss", ISSUER);
    fields.addProperty("login_hint", exchange.cookie("who").orElse(""));
    fields.addProperty("client_id", exchange.field("client_id"));
    fields.addProperty("target_link_uri", exchange.field("tool").replace("/lti13/oauth_login", ""));
    fields.addProperty("lti_message_hint", "lesson-1");
    exchange.answer(200, "text/html", form(exchange.field("tool"), fields));
  }

  /** The platform's answer to the tool's question: a form with a signed statement. */
  private void authorize(Exchange exchange) throws IOException {
    Optional<Register.Client> client = register.client(exchange.field("client_id"));
    Optional<JsonObject> person = exchange.cookie("who").flatMap(register::person);
    if (client.isEmpty() || !client.get().callback().equals(exchange.field("redirect_uri"))) {
      exchange.answer(400, "text/plain", "unknown tool at " + exchange.field("redirect_uri"));
    } else if (person.isEmpty()
        || !person.get().get("sub").getAsString().equals(exchange.field("login_hint"))) {
      exchange.answer(401, "text/plain", "nobody is signed in");
    } else {
      JsonObject fields = new JsonObject();
      fields.addProperty("state", exchange.field("state"));
      fields.addProperty("id_token", key.signed(statement(exchange, person.get())));
      exchange.answer(200, "text/html", form(client.get().callback(), fields));
    }
  }

  private static JsonObject statement(Exchange exchange, JsonObject person) {
    JsonObject statement = person.deepCopy();
    long now = Instant.now().getEpochSecond();
    statement.addProperty("iss", ISSUER);
    statement.addProperty("aud", exchange.field("client_id"));
    statement.addProperty("iat", now);
    statement.addProperty("exp", now + 300);
    statement.addProperty("nonce", exchange.field("nonce"));
    statement.addProperty(CLAIM + "version", "1.3.0");
    statement.addProperty(CLAIM + "message_type", "LtiResourceLinkRequest");
    statement.addProperty(CLAIM + "deployment_id", "1");
    statement.addProperty(CLAIM + "target_link_uri", exchange.field("redirect_uri"));
    JsonObject link = new JsonObject();
    link.addProperty("id", "lesson-1");
    statement.add(CLAIM + "resource_link", link);
    JsonArray roles = new JsonArray();
    roles.add("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");
    statement.add(CLAIM + "roles", roles);
    return statement;
  }

  private static String form(String action, JsonObject fields) {
    StringBuilder html = new StringBuilder("<form method=\"post\" action=\"" + action + "\">\n");
    fields
        .entrySet()
        .forEach(
            field ->
                html.append("<input type=\"hidden\" name=\"" + field.getKey() + "\" value=\"")
                    .append(field.getValue().getAsString())
                    .append("\">\n"));
    return html.append("</form>\n").toString();
  }
}
