package org.hubfleet.e2e.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The journey through a real hub, its login replaced. */
final class RealHubs {
  private RealHubs() {}

  static void heaviest(Stage stage) throws IOException {
    RealHub real = RealHub.heaviest().orElseThrow();
    String row = "real: " + real.cluster().getFileName() + "/" + real.name();
    try (LiveHub hub = real.prepare(stage).boot()) {
      AsEmitted.check(hub);
      stage.passed(row, "booted");
      Person ada = new Person(hub, "ada").in(Login.password("anything"));
      stage.passed(row, "login");
      List<JsonElement> profiles = profiles(hub);
      assertThat(profiles).isNotEmpty();
      for (JsonElement profile : profiles) {
        assertThat(ada.form().text()).contains(Json.text(profile, "display_name"));
      }
      strangersSeeLess(stage, hub, profiles);
      Choice usual = Choice.of(slug(profiles.get(0)));
      new WorkingDay(stage, row, ada).starts(usual).works().comesBack(usual, true);
      everyOther(stage, hub, profiles);
    }
  }

  /** Who is in no group is shown no profile that is kept for one. */
  private static void strangersSeeLess(Stage stage, LiveHub hub, List<JsonElement> profiles) {
    String form = stage.onPaper(hub, "stranger").in(Login.password("anything")).form().text();
    for (JsonElement profile : profiles) {
      if (Json.at(profile, "allowed_groups").isPresent()) {
        assertThat(form).doesNotContain(Json.text(profile, "display_name"));
      }
    }
  }

  /** Each profile, and in it each choice once; their servers stay on paper. */
  private static void everyOther(Stage stage, LiveHub hub, List<JsonElement> profiles) {
    int readers = 0;
    for (JsonElement profile : profiles) {
      Choice choice = Choice.of(slug(profile));
      for (Map.Entry<String, JsonElement> option :
          Json.map(profile, "profile_options").entrySet()) {
        List<String> keys = List.copyOf(Json.map(option.getValue(), "choices").keySet());
        if (!keys.isEmpty()) {
          choice = choice.with(option.getKey(), keys.get(keys.size() - 1));
        }
      }
      Person reader = stage.onPaper(hub, "reader" + readers++).in(Login.password("anything"));
      Page page = reader.choose(choice.fields());
      assertThat(page.path()).as(page.toString()).startsWith("/hub/spawn-pending/");
      WorkingDay.isAsPromised(reader, choice);
    }
  }

  private static List<JsonElement> profiles(LiveHub hub) {
    return Json.values(
        Json.at(Json.of(hub.compiled().values()), "singleuser.profileList").orElseThrow());
  }

  /** A profile's slug, as KubeSpawner makes it of plain names. */
  static String slug(JsonElement profile) {
    String given = Json.text(profile, "slug");
    return given.isEmpty()
        ? Json.text(profile, "display_name")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "")
        : given;
  }
}
