package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who assists in a course: sees and stops servers of its students, and nothing else. */
record Assistant(Person person) {
  static Assistant of(Person person) {
    return new Assistant(person);
  }

  /** Sees and stops the server of a student, and may do nothing to somebody else. */
  void isOneFor(Person student, Person other) {
    Page list = person.call("GET", "/hub/api/users", "");
    assertThat(list.body()).contains('"' + student.name() + '"');
    assertThat(list.body()).doesNotContain('"' + other.name() + '"');
    assertThat(person.open("/hub/admin").code()).isEqualTo(200);
    assertThat(code("DELETE", other, "/server")).isEqualTo(404);
    assertThat(code("POST", other, "/server")).isEqualTo(404);
    assertThat(code("GET", other, "")).isEqualTo(404);
    assertThat(code("GET", student, "/tokens")).isEqualTo(404);
    assertThat(code("DELETE", student, "")).isEqualTo(403);
    assertThat(person.call("GET", "/hub/api/groups", "").code()).isEqualTo(403);
    assertThat(code("DELETE", student, "/server")).isIn(202, 204);
    student.awaitNoServer("");
    assertThat(code("POST", student, "/server")).isEqualTo(404);
  }

  private int code(String method, Person whose, String what) {
    return person.call(method, "/hub/api/users/" + whose.name() + what, "").code();
  }
}
