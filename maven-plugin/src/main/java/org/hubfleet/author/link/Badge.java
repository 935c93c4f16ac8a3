package org.hubfleet.author.link;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A picture with a link, for the page of a repository.
 *
 * @param title of the hub
 * @param colour six hexadecimal digits, or a name that the maker of the picture knows
 * @param target where a click leads
 */
record Badge(String title, String colour, String target) {
  /** The address of the picture, which shields.io draws. */
  String picture() {
    return "https://img.shields.io/badge/open_in-" + escaped(title) + "-" + colour;
  }

  /** Dashes and underscores part and join words there, so they are doubled. */
  private static String escaped(String text) {
    String words = text.replace("-", "--").replace("_", "__").replace(' ', '_');
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  String markdown() {
    String text = words().replaceAll("([\\\\\\[\\]*_`<>])", "\\\\$1");
    return "[![" + text + "](" + picture() + ")](" + target + ")";
  }

  String html() {
    return "<a href=\""
        + attribute(target)
        + "\"><img src=\""
        + attribute(picture())
        + "\" alt=\""
        + attribute(words())
        + "\"></a>";
  }

  private String words() {
    return "Open in " + title;
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
