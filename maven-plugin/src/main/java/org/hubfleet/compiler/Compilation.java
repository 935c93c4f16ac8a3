package org.hubfleet.compiler;

import java.util.List;
import java.util.function.Predicate;
import org.hubfleet.model.EncryptedSecret;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.Hub;
import org.hubfleet.write.Output;

/**
 * The result of a run.
 *
 * @param fleet all of it, with the sources as read
 * @param hubs those the run was about, sorted by id
 * @param output the files of the whole fleet
 * @param scope tells of a path of {@code generated/} whether the run was about it
 * @param objects how many Kubernetes objects were made for those hubs
 * @param elsewhere how many errors are in files that the run was not about; 0 when it was about
 *     everything
 * @param snippets the Python of those hubs, each once
 * @param secrets encrypted ones of the whole fleet
 */
public record Compilation(
    Fleet fleet,
    List<Hub> hubs,
    Output output,
    Predicate<String> scope,
    int objects,
    int elsewhere,
    List<Snippet> snippets,
    List<EncryptedSecret> secrets) {
  public Compilation {
    hubs = List.copyOf(hubs);
    snippets = List.copyOf(snippets);
    secrets = List.copyOf(secrets);
  }
}
