package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.hubfleet.e2e.login.IdentityProvider;

/** How somebody gets in; returns the page to which that leads. */
interface Login {
  Pattern PROVIDER_LINK = Pattern.compile("href=['\"]([^'\"]*oauth_login[^'\"]*)['\"]");

  Page of(Person person);

  /** Name and password on the hub's own page. */
  static Login password(String password) {
    return person -> {
      Page login = person.open("/hub/login");
      assertThat(login.code()).as(login.toString()).isEqualTo(200);
      Map<String, String> fields = new LinkedHashMap<>(login.hidden());
      fields.put("username", person.name());
      fields.put("password", password);
      return person.browser().post(login.action(), fields);
    };
  }

  /** The button of the hub's page that leads to a provider, where somebody signs in as a name. */
  static Login at(IdentityProvider provider, String login) {
    return person -> {
      person.browser().get(provider.signIn(login));
      Page page = person.open("/hub/login");
      Matcher link = PROVIDER_LINK.matcher(page.body());
      assertThat(link.find()).as(page.toString()).isTrue();
      return person.browser().get(page.url().resolve(Page.unescaped(link.group(1))));
    };
  }

  /** The link of a course on a learning platform; its pages send their forms by themselves. */
  static Login launch(IdentityProvider provider, String login, String client) {
    return person -> {
      person.browser().get(provider.signIn(login));
      HttpUrl tool = person.at("/hub/lti13/oauth_login");
      Page page = person.browser().get(provider.launch(tool.toString(), client));
      Page answer = person.browser().post(page.action(), page.hidden());
      assertThat(answer.code()).as(answer.toString()).isEqualTo(200);
      return person.browser().post(answer.action(), answer.hidden());
    };
  }
}
