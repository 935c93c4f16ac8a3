package org.hubfleet.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.source.Attachment;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;
import org.hubfleet.source.Sources;

/** Finds files in folders called {@code files} that no line beside the folder names. */
final class UnreadFile {
  private static final RuleName RULE = RuleName.of("config/unread-file");

  private UnreadFile() {}

  static List<Diagnostic> inspect(Sources sources) {
    List<Diagnostic> found = new ArrayList<>();
    if (sources.attachments().isEmpty()) {
      return found;
    }
    Set<String> named = new HashSet<>();
    for (SourceFile file : sources.files()) {
      file.tree().ifPresent(tree -> collect(tree, Attachment.folderBeside(file.path()), named));
    }
    for (Attachment file : sources.attachments()) {
      if (!named.contains(file.path())) {
        found.add(
            Diagnostic.warning(Place.ofFile(file.path()), RULE, "no line names this file")
                .hint("name it as file: " + file.name() + ", or remove it"));
      }
    }
    return found;
  }

  private static void collect(Node node, String folder, Set<String> named) {
    if (node instanceof Mapping map) {
      map.entries().values().forEach(entry -> collect(entry.value(), folder, named));
    } else if (node instanceof Sequence list) {
      list.items().forEach(item -> collect(item, folder, named));
    } else if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
      named.add(folder + scalar.text());
    }
  }
}
