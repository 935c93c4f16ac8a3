package org.hubfleet.model.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a link opens in a server, and the paths by which it does. */
public enum Ui {
  LAB("lab", "lab/tree/"),
  CLASSIC("classic", "tree/"),
  RSTUDIO("rstudio", "rstudio/"),
  CODE("code", "vscode/"),
  DESKTOP("desktop", "desktop/");

  private final String word;
  private final String prefix;

  Ui(String word, String prefix) {
    this.word = word;
    this.prefix = prefix;
  }

  /** As people write it. */
  public String word() {
    return word;
  }

  /** Whether a link can say which file it opens. */
  public boolean opensFiles() {
    return this == LAB || this == CLASSIC;
  }

  /** Where in a server a file or folder is found, which this opens as far as it can. */
  String place(String file) {
    return opensFiles() ? prefix + UrlText.encodedPath(file) : prefix;
  }

  /** The one of that name. */
  public static Optional<Ui> named(String word) {
    return Arrays.stream(values())
        .filter(ui -> ui.word.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
