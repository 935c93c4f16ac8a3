package org.hubfleet.capability.access;

/**
 * Why nobody can ever have a name on a hub.
 *
 * @param why the end of a sentence that begins with the name
 * @param hint what to write instead
 */
record Misnomer(String why, String hint) {
  /** A name that should be an address. */
  static Misnomer noAddress(String name, String domain) {
    return new Misnomer(
        "is no address, and people here go by theirs",
        "write the whole address, such as " + before(name) + "@" + domain);
  }

  /** What stands before the @ sign of an address; a name without one as it is. */
  static String before(String name) {
    return name.split("@", -1)[0].replaceAll("\\s", "");
  }

  /** Whether it has the form of an address. */
  static boolean isAddress(String name) {
    return name.matches("\\S+@\\S+");
  }
}
