package org.hubfleet.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.author.ImportReport;
import org.hubfleet.author.ImportRequest;
import org.hubfleet.author.Imported;
import org.hubfleet.author.Importer;
import org.hubfleet.author.InputFile;
import org.hubfleet.author.TypedImport;
import org.hubfleet.compiler.Compiler;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.Layered;
import org.hubfleet.schema.Extension;
import org.hubfleet.schema.Nearest;
import org.hubfleet.shelf.Shelf;
import org.hubfleet.source.ConfigReader;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/**
 * Writes a hub file from existing values files and says what was kept, mended and lost. Never
 * overwrites a file unless told so.
 */
final class ImportGoal implements Goal {
  private static final RuleName UNREADABLE = RuleName.of("import/unreadable");
  private static final RuleName UNKNOWN_CLUSTER = RuleName.of("import/unknown-cluster");
  private static final RuleName FILE_EXISTS = RuleName.of("import/file-exists");

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String summary() {
    return "write a hub file from the values files of a hub that a chart installed";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.VALUES,
        Parameter.RELEASE,
        Parameter.NAMESPACE,
        Parameter.DOMAIN,
        Parameter.SECRET_KEYS,
        Parameter.TYPED,
        Parameter.FORCE);
  }

  @Override
  public Ending run(Session session) {
    Settings settings = session.settings();
    String[] hub = settings.get(Parameter.HUB).orElse("").split("/", -1);
    if (hub.length != 2
        || settings.get(Parameter.VALUES).isEmpty()
        || settings.get(Parameter.CLUSTER).isEmpty()) {
      return Ending.wrongUse(
          "import needs values (files in Helm's order, separated by commas), hub (community/file,"
              + " such as tidal-lab/hub) and cluster (a file of config/clusters)");
    }
    Sources sources =
        new ConfigReader().read(settings.config()).value().orElse(new Sources(List.of()));
    List<Diagnostic> problems = new ArrayList<>();
    List<InputFile> values = files(settings, Parameter.VALUES, problems);
    List<InputFile> keys = files(settings, Parameter.SECRET_KEYS, problems);
    String cluster = settings.get(Parameter.CLUSTER).orElseThrow();
    checkCluster(cluster, sources, problems);
    ImportRequest request =
        new ImportRequest(
            hub[0],
            hub[1],
            cluster,
            settings.get(Parameter.RELEASE),
            settings.get(Parameter.NAMESPACE),
            settings.get(Parameter.DOMAIN),
            values,
            keys,
            extensions(sources, hub[0]));
    Path target = settings.config().resolve(request.file().substring("config/".length()));
    checkTarget(target, request, settings, problems);
    if (!problems.isEmpty()) {
      return session.end(Outcome.none(problems), List.of(), List.of(), ", nothing was written");
    }
    Outcome<Imported> outcome = new Importer(Shelf.open()).read(request);
    if (outcome.value().isEmpty()) {
      return session.end(
          Outcome.none(outcome.diagnostics()), List.of(), List.of(), ", nothing was written");
    }
    Imported imported = typed(outcome.value().get(), sources, settings);
    write(target, imported.text());
    ImportReport report = new ImportReport(imported, ShownPaths.of(settings).shown(request.file()));
    return session.answer(report.text().lines().toList(), report::document);
  }

  private static Imported typed(Imported plain, Sources sources, Settings settings) {
    boolean wanted = settings.get(Parameter.TYPED).filter(word -> word.equals("false")).isEmpty();
    Optional<String> date = settings.get(Parameter.DATE);
    return wanted
        ? new TypedImport(Shelf.open()).of(plain, new Compiler().trial(sources, date, plain.file()))
        : plain;
  }

  private static List<Extension> extensions(Sources sources, String community) {
    List<Extension> found = new ArrayList<>();
    for (String file :
        List.of("config/fleet.yaml", "config/communities/" + community + "/community.yaml")) {
      Optional<Node> tree = sources.at(file).flatMap(SourceFile::tree);
      found.addAll(Layered.extensions(tree.flatMap(node -> node.get("defaults"))));
    }
    return found;
  }

  private static void checkCluster(String cluster, Sources sources, List<Diagnostic> problems) {
    List<String> known =
        sources.of(SourceFile.Kind.CLUSTER).stream().map(SourceFile::name).toList();
    if (!known.contains(cluster)) {
      problems.add(
          Diagnostic.error(
                  Place.ofFile("config/clusters/" + cluster + ".yaml"),
                  UNKNOWN_CLUSTER,
                  "there is no cluster \"" + cluster + "\"")
              .hint(
                  Nearest.to(cluster, known)
                      .map(near -> "did you mean \"" + near + "\"?")
                      .orElse(
                          known.isEmpty()
                              ? "write config/clusters/" + cluster + ".yaml first"
                              : "clusters are " + String.join(", ", known))));
    }
  }

  private static void checkTarget(
      Path target, ImportRequest request, Settings settings, List<Diagnostic> problems) {
    boolean force = settings.get(Parameter.FORCE).filter(word -> !word.equals("false")).isPresent();
    if (Files.exists(target) && !force) {
      problems.add(
          Diagnostic.error(Place.ofFile(request.file()), FILE_EXISTS, "this file is there already")
              .hint("choose another hub, or overwrite it with -Dhubs.force"));
    }
  }

  private static List<InputFile> files(
      Settings settings, Parameter parameter, List<Diagnostic> problems) {
    List<InputFile> found = new ArrayList<>();
    for (String name : settings.get(parameter).orElse("").split(",", -1)) {
      if (!name.isBlank()) {
        read(settings, name.strip(), problems).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<InputFile> read(
      Settings settings, String name, List<Diagnostic> problems) {
    Path file = Path.of(name).toAbsolutePath().normalize();
    Path root = settings.root().toAbsolutePath().normalize();
    String shown =
        (file.startsWith(root) ? root.relativize(file).toString() : name).replace('\\', '/');
    try {
      return Optional.of(new InputFile(shown, Files.readString(file)));
    } catch (CharacterCodingException broken) {
      problems.add(unreadable(shown, "the file is not UTF-8 text"));
    } catch (IOException broken) {
      problems.add(
          unreadable(
              shown, Files.exists(file) ? "the file cannot be read" : "there is no such file"));
    }
    return Optional.empty();
  }

  private static Diagnostic unreadable(String name, String message) {
    return Diagnostic.error(Place.ofFile(name), UNREADABLE, message)
        .hint("name values files by their paths, separated by commas");
  }

  private static void write(Path target, String text) {
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
