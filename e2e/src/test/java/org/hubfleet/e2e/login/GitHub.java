package org.hubfleet.e2e.login;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of GitHub's API that logins ask: who somebody is, and in which teams. */
final class GitHub {
  private static final String API = "/github/api/v3";
  private static final Pattern MEMBER =
      Pattern.compile(API + "/orgs/([^/]+)(?:/teams/([^/]+))?/members/([^/]+)");

  private final Register register;

  GitHub(Register register) {
    this.register = register;
  }

  boolean answers(Exchange exchange) throws IOException {
    if (!exchange.path().startsWith(API)) {
      return false;
    }
    Optional<String> caller = register.holder(exchange.bearer());
    Matcher member = MEMBER.matcher(exchange.path());
    if (caller.isEmpty()) {
      exchange.json(401, "{\"message\": \"Bad credentials\"}");
    } else if (exchange.path().equals(API + "/user")) {
      exchange.json(200, user(caller.get()).toString());
    } else if (exchange.path().equals(API + "/user/teams")) {
      exchange.json(200, teams(caller.get()).toString());
    } else if (member.matches()) {
      boolean isMember = isMember(member.group(3), member.group(1), member.group(2));
      exchange.json(isMember ? 204 : 404, isMember ? "" : "{\"message\": \"Not Found\"}");
    } else {
      return false;
    }
    return true;
  }

  private static JsonObject user(String login) {
    JsonObject user = new JsonObject();
    user.addProperty("login", login);
    user.addProperty("id", login.hashCode());
    user.add("email", JsonNull.INSTANCE);
    return user;
  }

  private JsonArray teams(String login) {
    JsonArray all = new JsonArray();
    for (String name : register.teams(login)) {
      JsonObject organization = new JsonObject();
      organization.addProperty("login", name.substring(0, name.indexOf(':')));
      JsonObject team = new JsonObject();
      team.addProperty("slug", name.substring(name.indexOf(':') + 1));
      team.add("organization", organization);
      all.add(team);
    }
    return all;
  }

  private boolean isMember(String login, String organization, String team) {
    List<String> teams = register.teams(login);
    return team == null
        ? teams.stream().anyMatch(name -> name.startsWith(organization + ":"))
        : teams.contains(organization + ":" + team);
  }
}
