package org.hubfleet.deploy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.hubfleet.compare.PartChange;
import org.hubfleet.model.Fleet;
import org.hubfleet.write.Output;

/**
 * What is to be deployed.
 *
 * @param config the folder it was compiled from, in the checkout whose commit is deployed
 * @param compiled the whole fleet
 * @param scope what of it this run is about
 * @param earlier scopes by name that must be deployed before this one; may be empty
 * @param repository where to; by default what the fleet says
 * @param branch of it; by default what the fleet says
 * @param compiler version of the output
 * @param behind gives a change again, its new values with the lines of {@code config/} behind them
 */
public record Wish(
    Path config,
    Fleet fleet,
    Output compiled,
    Scope scope,
    SortedMap<String, Scope> earlier,
    Optional<String> repository,
    Optional<String> branch,
    String compiler,
    UnaryOperator<PartChange> behind) {
  /** Which repository that is. */
  Inquiry inquiry() {
    return new Inquiry(config, fleet, repository, branch);
  }
}
