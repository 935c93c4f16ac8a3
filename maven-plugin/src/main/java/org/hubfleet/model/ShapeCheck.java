package org.hubfleet.model;

import java.util.ArrayList;
import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.schema.KeyPlaces;
import org.hubfleet.schema.ShapeReport;
import org.hubfleet.shelf.Languages;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/**
 * Holds every file of the config folder against the schema of its kind. Reports rules of the topic
 * {@code config}.
 */
public final class ShapeCheck {
  private final Languages languages;
  private final ShapeReport report = new ShapeReport("config", KeyPlaces.NONE);

  public ShapeCheck(Languages languages) {
    this.languages = languages;
  }

  /** The same sources, with the problems of each file. */
  public Outcome<Sources> check(Sources sources) {
    List<Diagnostic> problems = new ArrayList<>();
    for (SourceFile file : sources.files()) {
      if (file.kind() != SourceFile.Kind.SECRET) {
        file.tree()
            .ifPresent(tree -> problems.addAll(report.inspect(languages.file(file.kind()), tree)));
      }
    }
    return Outcome.of(sources, problems);
  }
}
