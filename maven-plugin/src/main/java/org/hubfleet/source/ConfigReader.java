package org.hubfleet.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.parallel.TwoAtATime;

/**
 * Reads a config folder: every file into a located tree, told what it is by its folder; those of
 * folders called {@code files} as they are.
 *
 * <p>Reports, beside what {@link YamlReader} reports: {@code config/no-folder}, {@code
 * config/unreadable}, {@code config/not-utf-8}, {@code config/unexpected-file}, {@code
 * config/link}. Links are not followed.
 */
public final class ConfigReader {
  private static final RuleName NO_FOLDER = RuleName.of("config/no-folder");
  private static final RuleName UNREADABLE = RuleName.of("config/unreadable");
  private static final RuleName NOT_UTF_8 = RuleName.of("config/not-utf-8");
  private static final RuleName UNEXPECTED = RuleName.of("config/unexpected-file");
  private static final RuleName LINK = RuleName.of("config/link");
  private static final RuleName TOO_LARGE = RuleName.of("yaml/too-large");
  private static final long LARGEST_FILE = 4L << 20;

  private final YamlReader yaml = YamlReader.ofConfig();

  /** Reads the folder; the value is absent when there is no such folder. */
  public Outcome<Sources> read(Path config) {
    if (!Files.isDirectory(config)) {
      return Outcome.none(
          Diagnostic.error(Place.ofFile("config"), NO_FOLDER, "there is no config folder here")
              .hint("run from the folder that holds config/, or name it with -Dhubs.config"));
    }
    List<Diagnostic> problems = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    List<Attachment> attachments = new ArrayList<>();
    List<Path> ours = new ArrayList<>();
    for (Path file : list(config, "config", problems)) {
      if (Attachment.isPath(name(config, file))) {
        attachment(file, name(config, file), problems).ifPresent(attachments::add);
      } else {
        ours.add(file);
      }
    }
    for (Outcome<SourceFile> read : TwoAtATime.map(ours, file -> read(config, file))) {
      read.value().ifPresent(files::add);
      problems.addAll(read.diagnostics());
    }
    files.sort(Comparator.comparing(SourceFile::path));
    attachments.sort(Comparator.comparing(Attachment::path));
    return Outcome.of(new Sources(files, attachments), problems);
  }

  /**
   * The same with files that are not written yet.
   *
   * @param drafts texts by path, relative to the folder that holds {@code config/}
   */
  public Outcome<Sources> read(Path config, Map<String, String> drafts) {
    return read(config).then(sources -> with(drafts, sources));
  }

  private Outcome<Sources> with(Map<String, String> drafts, Sources sources) {
    List<Diagnostic> problems = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    sources.files().stream().filter(f -> !drafts.containsKey(f.path())).forEach(files::add);
    drafts.forEach(
        (name, text) ->
            kindOf(name).ifPresent(kind -> files.add(parse(kind, name, text, problems))));
    files.sort(Comparator.comparing(SourceFile::path));
    return Outcome.of(new Sources(files, sources.attachments()), problems);
  }

  private static String name(Path config, Path file) {
    return "config/" + config.relativize(file).toString().replace('\\', '/');
  }

  private Outcome<SourceFile> read(Path config, Path file) {
    String name = name(config, file);
    List<Diagnostic> problems = new ArrayList<>();
    return new Outcome<>(read(file, name, problems), problems);
  }

  private static List<Path> list(Path folder, String name, List<Diagnostic> problems) {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted(Comparator.comparing(Path::toString)).toList()) {
        String childName = name + "/" + child.getFileName();
        if (child.getFileName().toString().startsWith(".")) {
          continue;
        }
        if (Files.isSymbolicLink(child)) {
          problems.add(
              Diagnostic.error(Place.ofFile(childName), LINK, "this is a symbolic link")
                  .hint("put the file itself here; links are not followed"));
        } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          found.addAll(list(child, childName, problems));
        } else {
          found.add(child);
        }
      }
    } catch (IOException | UncheckedIOException broken) {
      problems.add(Diagnostic.error(Place.ofFile(name), UNREADABLE, "the folder cannot be read"));
    }
    return found;
  }

  /** Where files belong that somebody put elsewhere. */
  private static String place(String name) {
    String ending = name.replaceFirst("(?i)\\.(ya?ml|yaml\\.txt)$", ".yaml");
    if (!ending.equals(name) && kindOf(ending).isPresent()) {
      return "call it " + ending.substring(ending.lastIndexOf('/') + 1);
    }
    return "files are fleet.yaml, clusters/*.yaml, distributions/*.yaml,"
        + " communities/<community>/*.yaml and communities/<community>/secrets/<hub>/*.yaml; what"
        + " they name lies in files/ beside them";
  }

  private Optional<SourceFile> read(Path file, String name, List<Diagnostic> problems) {
    if (name.equals("config/pom.xml")) {
      return Optional.empty();
    }
    Optional<SourceFile.Kind> kind = kindOf(name);
    if (kind.isEmpty()) {
      problems.add(
          Diagnostic.warning(Place.ofFile(name), UNEXPECTED, "nothing reads this file")
              .hint(place(name)));
      return Optional.empty();
    }
    return text(file, name, problems).map(text -> parse(kind.get(), name, text, problems));
  }

  private SourceFile parse(
      SourceFile.Kind kind, String name, String text, List<Diagnostic> problems) {
    if (kind == SourceFile.Kind.COMMUNITY && text.isBlank()) {
      Origin start = Origin.at(Place.ofFile(name), kind.layer());
      return new SourceFile(kind, name, text, Optional.of(Mapping.empty(start)));
    }
    Outcome<Node> read = yaml.read(name, text, kind.layer());
    boolean secret = kind == SourceFile.Kind.SECRET;
    read.diagnostics().forEach(problem -> problems.add(secret ? unquoted(problem) : problem));
    return new SourceFile(kind, name, text, read.value());
  }

  /** The same without anything of the file's text, which may be secret. */
  private static Diagnostic unquoted(Diagnostic problem) {
    return Diagnostic.error(
            problem.place(), problem.rule(), "the file of a Secret cannot be read as plain YAML")
        .mask();
  }

  /** What the file at that path is; absent when no rule of the layout covers it. */
  public static Optional<SourceFile.Kind> kindOf(String path) {
    String[] steps = path.split("/", -1);
    if (!path.endsWith(".yaml")) {
      return Optional.empty();
    }
    if (path.equals("config/fleet.yaml")) {
      return Optional.of(SourceFile.Kind.FLEET);
    }
    if (steps.length == 3 && steps[1].equals("clusters")) {
      return Optional.of(SourceFile.Kind.CLUSTER);
    }
    if (steps.length == 3 && steps[1].equals("distributions")) {
      return Optional.of(SourceFile.Kind.DISTRIBUTION);
    }
    if (steps.length == 4 && steps[1].equals("communities")) {
      return Optional.of(
          steps[3].equals("community.yaml") ? SourceFile.Kind.COMMUNITY : SourceFile.Kind.HUB);
    }
    if (steps.length == 6 && steps[1].equals("communities") && steps[3].equals("secrets")) {
      return Optional.of(SourceFile.Kind.SECRET);
    }
    return Optional.empty();
  }

  private static Optional<Attachment> attachment(
      Path file, String name, List<Diagnostic> problems) {
    return bytes(file, name, problems)
        .map(
            bytes ->
                decoded(bytes, name, new ArrayList<>())
                    .map(text -> new Attachment(name, text, true))
                    .orElseGet(
                        () ->
                            new Attachment(
                                name, Base64.getEncoder().encodeToString(bytes), false)));
  }

  private static Optional<String> text(Path file, String name, List<Diagnostic> problems) {
    return bytes(file, name, problems).flatMap(bytes -> decoded(bytes, name, problems));
  }

  private static Optional<byte[]> bytes(Path file, String name, List<Diagnostic> problems) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
        problems.add(
            Diagnostic.error(
                Place.ofFile(name), TOO_LARGE, "the file is no regular file or larger than 4 MiB"));
        return Optional.empty();
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException broken) {
      problems.add(Diagnostic.error(Place.ofFile(name), UNREADABLE, "the file cannot be read"));
    }
    return Optional.empty();
  }

  private static Optional<String> decoded(byte[] bytes, String name, List<Diagnostic> problems) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult end =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    String read = text.flip().toString();
    int nul = read.indexOf('\0');
    if (!end.isError() && nul < 0) {
      return Optional.of(read);
    }
    // A zero byte is a character of UTF-8, but a file that has one is mostly UTF-16.
    String before = nul < 0 ? read : read.substring(0, nul);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    String inLine = before.substring(before.lastIndexOf('\n') + 1);
    Place place = new Place(name, line, inLine.codePointCount(0, inLine.length()) + 1);
    problems.add(
        Diagnostic.error(place, NOT_UTF_8, "the file is not UTF-8 text").hint("save it as UTF-8"));
    return Optional.empty();
  }
}
