package org.hubfleet.e2e.hub;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody chooses on the form.
 *
 * @param profile its slug; empty where there is no list of profiles
 * @param options the key of a choice by the key of its option; what is not named is left as it was
 * @param written what is written into an option instead of a choice
 */
record Choice(String profile, Map<String, String> options, Map<String, String> written) {
  /** The choice of those who have none. */
  static final Choice NONE = new Choice("", Map.of(), Map.of());

  private static final String UNLISTED = "--unlisted-choice";

  static Choice of(String profile) {
    return new Choice(profile, Map.of(), Map.of());
  }

  Choice with(String option, String choice) {
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(option, choice);
    return new Choice(profile, more, written);
  }

  Choice writing(String option, String text) {
    Map<String, String> more = new LinkedHashMap<>(written);
    more.put(option, text);
    return new Choice(profile, options, more);
  }

  /** The fields of the form. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    if (!profile.isEmpty()) {
      fields.put("profile", profile);
    }
    String prefix = "profile-option-" + profile + "--";
    options.forEach((option, choice) -> fields.put(prefix + option, choice));
    written.forEach(
        (option, text) -> {
          fields.put(prefix + option, "unlisted-choice");
          fields.put(prefix + option + UNLISTED, text);
        });
    return fields;
  }

  /** The same as somebody writes it by hand into a request. */
  String request() {
    JsonObject all = new JsonObject();
    if (!profile.isEmpty()) {
      all.addProperty("profile", profile);
    }
    options.forEach(all::addProperty);
    written.forEach((option, text) -> all.addProperty(option + UNLISTED, text));
    return all.toString();
  }
}
