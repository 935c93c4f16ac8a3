package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

/** What every hub must let its people do: choose, start, work, stop, come back, and be alone. */
final class WorkingDay {
  private static final String DIARY = "/home/jovyan/diary.txt";

  private final Stage stage;
  private final String row;
  private final Person person;

  WorkingDay(Stage stage, String row, Person person) {
    this.stage = stage;
    this.row = row;
    this.person = person;
  }

  /** Starts a server with a choice, holds its pod against the promise, and opens its first page. */
  WorkingDay starts(Choice choice) {
    Page page = person.choose(choice.fields());
    assertThat(page.path()).as(page.toString()).startsWith("/hub/spawn-pending/");
    isAsPromised(person, choice);
    Page first = person.awaitServer("");
    assertThat(first.code()).isEqualTo(200);
    Page lab = person.open(person.root("") + "lab");
    assertThat(lab.code()).as(lab.toString()).isEqualTo(200);
    assertThat(lab.body()).contains("jupyter-config-data");
    stage.passed(row, "spawned");
    return this;
  }

  /** Holds the pod of somebody against what the hub promised for a choice. */
  static void isAsPromised(Person person, Choice choice) {
    LiveHub hub = person.hub();
    assertThat(
            Promise.broken(
                hub.compiled(), person.name(), choice, Json.of(hub.podOf(person.name()))))
        .as("pod of %s with %s", person.name(), choice)
        .isEmpty();
  }

  /** Runs code in a kernel and writes a file. */
  WorkingDay works() {
    String code =
        "import os\nprint(6 * 7, os.getuid(), os.environ['JUPYTERHUB_USER'])\n"
            + "with open('"
            + DIARY
            + "', 'w') as diary:\n    print('low tide at six', file=diary)\n";
    assertThat(person.run("", code)).isEqualTo("42 1000 " + person.name() + "\n");
    stage.passed(row, "kernel");
    return this;
  }

  /** Stops the server, starts it again, and finds the file, or finds it gone. */
  WorkingDay comesBack(Choice choice, boolean isKept) {
    person.stop("");
    person.choose(choice.fields());
    person.awaitServer("");
    String code = "import os\nprint(os.path.exists('" + DIARY + "'))";
    assertThat(person.run("", code)).isEqualTo(isKept ? "True\n" : "False\n");
    return this;
  }

  /** Nobody else may open the server, but an admin may, after being asked. */
  WorkingDay isAlone(Person other, Person admin) {
    Page refused = other.open(person.root("") + "lab");
    assertThat(refused.code()).as(refused.toString()).isEqualTo(403);
    Page asked = admin.open(person.root("") + "lab");
    Page opened =
        asked.body().contains("name=\"scopes\"")
            ? admin.browser().post(asked.action(), asked.hidden())
            : asked;
    assertThat(opened.path()).as(opened.toString()).isEqualTo(person.root("") + "lab");
    assertThat(opened.code()).as(opened.toString()).isEqualTo(200);
    assertThat(opened.body()).contains("jupyter-config-data");
    return this;
  }
}
