package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.util.List;
import org.hubfleet.source.Node;

/** One person with a server and a further one, which know nothing of one another. */
final class NamedServers {
  private NamedServers() {}

  static void of(Stage stage, String row, Person person) {
    new WorkingDay(stage, row, person).starts(Choice.NONE).works();
    assertThat(person.request("second", "{}").code()).isIn(201, 202);
    Page page = person.awaitServer("second");
    assertThat(page.code()).isEqualTo(200);
    assertThat(person.run("second", "import os\nprint(os.listdir('/home/jovyan'))"))
        .doesNotContain("diary.txt");
    assertThat(claims(person))
        .contains("claim-" + person.name(), "claim-" + person.name() + "--second");
    Page third = person.request("third", "{}");
    assertThat(third.code()).as(third.toString()).isIn(201, 202);
    Page fourth = person.request("fourth", "{}");
    assertThat(fourth.code()).as(fourth.toString()).isEqualTo(400);
    person.stop("");
    assertThat(person.run("second", "print('still here')")).isEqualTo("still here\n");
  }

  private static List<String> claims(Person person) {
    return person.hub().objects().claims().stream().map(NamedServers::name).toList();
  }

  private static String name(Node claim) {
    JsonElement tree = Json.of(claim);
    return Json.text(tree, "metadata.name");
  }
}
