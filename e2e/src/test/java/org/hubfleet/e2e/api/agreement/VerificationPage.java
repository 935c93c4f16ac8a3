package org.hubfleet.e2e.api.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that says what is verified how; one part of it is written by a test.
 *
 * @param file of the page
 */
record VerificationPage(Path file) {
  private static final String START = "<!-- agreement -->\n";
  private static final String END = "<!-- end of agreement -->\n";
  private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+\\b");

  /** Numbers may differ by that part: a field more in a template is no news. */
  private static final double NEWS = 0.1;

  private static final long FEW = 25;

  /** Whether the page says the same, numbers roughly. */
  boolean isAbout(String table) throws IOException {
    String written = part();
    if (!shape(written).equals(shape(table))) {
      return false;
    }
    List<Long> before = numbers(written);
    List<Long> now = numbers(table);
    for (int i = 0; i < now.size(); i++) {
      long apart = Math.abs(before.get(i) - now.get(i));
      if (apart > FEW && apart > NEWS * now.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** Puts the table in its place. */
  void write(String table) throws IOException {
    String text = Files.readString(file);
    int start = text.indexOf(START) + START.length();
    Files.writeString(file, text.substring(0, start) + table + text.substring(text.indexOf(END)));
  }

  private String part() throws IOException {
    String text = Files.readString(file);
    return text.substring(text.indexOf(START) + START.length(), text.indexOf(END));
  }

  private static String shape(String text) {
    return NUMBER.matcher(text).replaceAll("0");
  }

  private static List<Long> numbers(String text) {
    List<Long> found = new ArrayList<>();
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      found.add(Long.parseLong(numbers.group()));
    }
    return found;
  }
}
