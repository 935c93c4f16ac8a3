package org.hubfleet.verify.fleet;

import org.hubfleet.diagnostic.RuleName;

/** What only one hub may have, in the order in which one sharing explains another. */
enum Unique {
  HUB_ID(
      "fleet/duplicate-hub-id", "the hub id", "rename one of the files: ids come from their names"),
  NAMESPACE(
      "fleet/duplicate-namespace",
      "the namespace",
      "hubs of one namespace see each other's servers: give one another namespace"),
  RELEASE(
      "fleet/duplicate-release",
      "the release",
      "names of cluster-wide objects begin with the release: give one another"),
  DOMAIN("fleet/duplicate-domain", "the address", "give one another domain or base URL"),
  CALLBACK(
      "fleet/duplicate-callback",
      "the callback",
      "people would return to the other hub after logging in"),
  STATIC_VOLUME(
      "fleet/shared-volume", "the volume", "people of one hub would see the homes of the other"),
  BUCKET(
      "buckets/shared-bucket",
      "the bucket",
      "give one another name; where both are meant to use it, say external: true in one of them"),
  OBJECT("fleet/duplicate-object", "the object", "each would overwrite the other");

  private final RuleName rule;
  private final String word;
  private final String hint;

  Unique(String rule, String word, String hint) {
    this.rule = RuleName.of(rule);
    this.word = word;
    this.hint = hint;
  }

  RuleName rule() {
    return rule;
  }

  /** What is shared, as in "the namespace". */
  String word() {
    return word;
  }

  String hint() {
    return hint;
  }

  /** Whether sharing this follows from sharing the other. */
  boolean followsFrom(Unique other) {
    return switch (this) {
      case HUB_ID, STATIC_VOLUME, BUCKET -> false;
      case NAMESPACE, RELEASE, DOMAIN -> other == HUB_ID;
      case CALLBACK -> other == HUB_ID || other == DOMAIN;
      case OBJECT -> other == HUB_ID || other == NAMESPACE || other == RELEASE;
    };
  }
}
