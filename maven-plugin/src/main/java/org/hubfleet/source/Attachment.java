package org.hubfleet.source;

import java.util.Optional;

/**
 * A file of any kind that lies in a folder {@code files} beside the files of the config folder, and
 * means something once one of those names it.
 *
 * @param path relative to the folder that holds {@code config/}, with forward slashes
 * @param text of a file in UTF-8 without zero bytes; the bytes in base64 of any other
 * @param isText whether it is one in UTF-8
 */
public record Attachment(String path, String text, boolean isText) {
  private static final String FOLDER = "/files/";

  /** Whether a file of that path is one. */
  static boolean isPath(String path) {
    String[] steps = path.split("/", -1);
    boolean shared =
        steps.length > 2 && steps[1].equals("files")
            || steps.length > 3 && steps[1].equals("distributions") && steps[2].equals("files");
    return shared || steps.length > 4 && steps[1].equals("communities") && steps[3].equals("files");
  }

  /** The folder of the files that a file may name, with a slash at its end. */
  public static String folderBeside(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/'))) + FOLDER;
  }

  /** How a file beside its folder names it. */
  public String name() {
    return path.substring(folder().length());
  }

  /** The folder that its name starts at, with a slash at its end. */
  public String folder() {
    return path.substring(0, path.indexOf(FOLDER) + FOLDER.length());
  }

  /** The text; absent of a file that holds none. */
  public Optional<String> asText() {
    return isText ? Optional.of(text) : Optional.empty();
  }
}
