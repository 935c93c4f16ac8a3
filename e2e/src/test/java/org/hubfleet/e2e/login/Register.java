package org.hubfleet.e2e.login;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who there is, which applications are known, and what was handed out. */
final class Register {
  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, JsonObject> people = new ConcurrentHashMap<>();
  private final Map<String, String> codes = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /** An application: a hub, as its people have registered it. */
  record Client(String id, String secret, String callback) {}

  void add(Client client) {
    clients.put(client.id(), client);
  }

  void add(String login, JsonObject claims) {
    people.put(login, claims);
  }

  Optional<Client> client(String id) {
    return Optional.ofNullable(clients.get(id));
  }

  /** What is said of somebody; absent for strangers. */
  Optional<JsonObject> person(String login) {
    return Optional.ofNullable(people.get(login));
  }

  String newCode(String login) {
    String code = UUID.randomUUID().toString();
    codes.put(code, login);
    return code;
  }

  /** A token for a code, once, and only for the application that knows its secret. */
  Optional<String> token(String code, String[] client) {
    Client known = client.length == 2 ? clients.get(client[0]) : null;
    String login = codes.remove(code);
    if (login == null || known == null || !known.secret().equals(client[1])) {
      return Optional.empty();
    }
    String token = UUID.randomUUID().toString();
    tokens.put(token, login);
    return Optional.of(token);
  }

  Optional<String> holder(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  /** The teams of somebody, each as {@code organisation:team}. */
  List<String> teams(String login) {
    JsonElement teams = person(login).orElseGet(JsonObject::new).get("teams");
    List<String> names = new ArrayList<>();
    if (teams instanceof JsonArray list) {
      list.forEach(team -> names.add(team.getAsString()));
    }
    return names;
  }
}
