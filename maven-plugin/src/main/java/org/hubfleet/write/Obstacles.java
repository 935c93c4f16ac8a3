package org.hubfleet.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hubfleet.diagnostic.Diagnostic;

/** What stands where a wanted file or one of its folders is to be. */
final class Obstacles {
  private Obstacles() {}

  /** One problem for each obstacle, sorted. */
  static List<Diagnostic> to(
      Output wanted, Predicate<String> inScope, Present present, Troubles troubles) {
    Set<String> folders = new TreeSet<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (String path : wanted.files().keySet()) {
      if (inScope.test(path)) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
          folders.add(path.substring(0, slash));
        }
        if (present.isFolder(path)) {
          problems.add(troubles.folderInPlace(path));
        }
      }
    }
    for (String folder : folders) {
      if (present.isLink(folder)) {
        problems.add(troubles.link(folder));
      } else if (present.has(folder)) {
        problems.add(troubles.fileInPlace(folder));
      }
    }
    return problems.stream().sorted().toList();
  }
}
