package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.hubfleet.e2e.login.IdentityProvider;

/** A launch whose signed statement somebody else tries to use. */
final class Launch {
  private Launch() {}

  static void ofAnotherIsRefused(LiveHub hub, IdentityProvider platform) {
    Person lea = new Person(hub, "lea");
    lea.browser().get(platform.signIn("4711"));
    Page page =
        lea.browser()
            .get(platform.launch(lea.at("/hub/lti13/oauth_login").toString(), "course-client"));
    Page statement = lea.browser().post(page.action(), page.hidden());
    Person thief = new Person(hub, "thief");
    Page refused = thief.browser().post(statement.action(), statement.hidden());
    assertThat(refused.code()).as(refused.toString()).isEqualTo(400);
    assertThat(thief.open("/hub/api/user").code()).isEqualTo(403);
  }
}
