package org.hubfleet.e2e.hub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * What a browser shows.
 *
 * @param url where the redirects ended
 */
record Page(HttpUrl url, int code, String body) {
  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  /** The fields of its forms that nobody sees, such as {@code _xsrf}. */
  Map<String, String> hidden() {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher inputs = HIDDEN.matcher(body);
    while (inputs.find()) {
      Matcher name = NAME.matcher(inputs.group());
      Matcher value = VALUE.matcher(inputs.group());
      if (name.find() && value.find()) {
        found.put(name.group(1), unescaped(value.group(1)));
      }
    }
    return found;
  }

  /** Where its first form goes. */
  HttpUrl action() {
    Matcher form = ACTION.matcher(body);
    if (!form.find()) {
      throw new AssertionError("no form on " + this);
    }
    return url.resolve(unescaped(form.group(1)));
  }

  static String unescaped(String text) {
    return text.replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /** The path of its address, as people read it. */
  String path() {
    return "/" + String.join("/", url.pathSegments());
  }

  /** The text between its tags, as far as it says something. */
  String text() {
    return unescaped(
            body.replaceAll("(?s)<(script|style|head)\\b.*?</\\1>", " ").replaceAll("<[^>]*>", " "))
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Override
  public String toString() {
    String text = text();
    return code + " " + url + "\n" + text.substring(0, Math.min(800, text.length()));
  }
}
