package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Somebody is taken from the admins in the config; the roll-out takes the right away. */
final class AdminLeaves {
  private AdminLeaves() {}

  static void after(Person admin, Preparation changed) throws IOException {
    assertThat(admin.isAdmin()).isTrue();
    assertThat(admin.open("/hub/admin").code()).isEqualTo(200);
    String before = admin.hub().pod("hub").pod().getMetadata().getName();
    admin.hub().update(changed.compile());
    assertThat(admin.hub().pod("hub").pod().getMetadata().getName()).isNotEqualTo(before);
    assertThat(admin.isAdmin()).isFalse();
    assertThat(admin.open("/hub/admin").code()).isEqualTo(403);
  }
}
