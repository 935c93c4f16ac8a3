package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.schema.KeyPlaces;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.Languages;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/**
 * Holds every file of the config folder against the schema of its kind. Reports rules of the topic
 * {@code config}, and {@code distribution/identity-key}.
 */
public final class ShapeCheck {
  private static final RuleName IDENTITY = RuleName.of("distribution/identity-key");

  private final Languages languages;
  private final ShapeReport report = new ShapeReport("config", KeyPlaces.NONE);

  public ShapeCheck(Languages languages) {
    this.languages = languages;
  }

  /**
   * The same sources, with the problems of each file; distributions without the keys that only hubs
   * may have.
   */
  public Outcome<Sources> check(Sources sources) {
    List<Diagnostic> problems = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      boolean distribution = file.kind() == SourceFile.Kind.DISTRIBUTION;
      SourceFile checked = distribution ? withoutIdentity(file, problems) : file;
      if (file.kind() != SourceFile.Kind.SECRET) {
        checked
            .tree()
            .ifPresent(tree -> problems.addAll(report.inspect(languages.file(file.kind()), tree)));
      }
      files.add(checked);
    }
    return Outcome.of(new Sources(files, sources.attachments()), problems);
  }

  private SourceFile withoutIdentity(SourceFile file, List<Diagnostic> problems) {
    Optional<Mapping> tree = file.tree().flatMap(Node::mapping);
    if (tree.isEmpty()) {
      return file;
    }
    Mapping left = tree.get();
    for (String key : languages.identityKeys()) {
      if (left.get(key).isPresent()) {
        problems.add(identity(key, left));
        left = left.without(key);
      }
    }
    return new SourceFile(file.kind(), file.path(), file.text(), Optional.of(left));
  }

  private static Diagnostic identity(String key, Mapping tree) {
    return Diagnostic.error(
            tree.keyOrigin(key).place(),
            IDENTITY,
            "a distribution is for many hubs, and " + key + " is for each hub to say")
        .hint("write it in the hub's own file");
  }
}
