package org.hubfleet.lift.line;

import java.util.Locale;
import java.util.Set;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;

/** What lines call a profile, after its slug or what people see. */
final class ProfileName {
  private static final int LONGEST = 30;

  private ProfileName() {}

  /** A name that is free, which is taken then. */
  static String of(Mapping profile, Set<String> taken) {
    String text =
        profile
            .get("slug")
            .or(() -> profile.get("display_name"))
            .flatMap(Node::string)
            .orElse("server");
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String start = plain.isEmpty() ? "server" : plain;
    String name =
        start.length() > LONGEST ? start.substring(0, LONGEST).replaceAll("-+$", "") : start;
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }
}
