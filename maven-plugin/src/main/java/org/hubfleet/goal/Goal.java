package org.hubfleet.goal;

import java.util.List;

/** One thing that hubs does. */
public interface Goal {
  /** As people type it, such as {@code compile}. */
  String name();

  /** What it does, in one line. */
  String summary();

  /** What it can be told, beside the parameters of every goal. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** The formats in which it answers, the usual one first. */
  default List<String> formats() {
    return List.of("text", "github", "sarif", "json", "junit");
  }

  /** Does it. */
  Ending run(Session session);
}
