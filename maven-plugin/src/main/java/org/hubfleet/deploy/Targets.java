package org.hubfleet.deploy;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.model.DeployedBranch;
import org.hubfleet.model.Fleet;
import org.hubfleet.model.SecretInAddress;
import org.hubfleet.source.Node;

/**
 * Where a fleet is deployed to: what the run was told, else what {@code deployment} of {@code
 * fleet.yaml} says.
 *
 * <p>Reports {@code deploy/no-repository}, {@code deploy/bad-address}, {@code
 * deploy/secret-in-address}, {@code fleet/credentials-in-address}, {@code deploy/bad-branch} and
 * {@code deploy/source-branch}.
 */
final class Targets {
  private static final RuleName NO_REPOSITORY = RuleName.of("deploy/no-repository");
  private static final RuleName BAD_ADDRESS = RuleName.of("deploy/bad-address");
  private static final RuleName SECRET = RuleName.of("deploy/secret-in-address");
  private static final RuleName SECRET_IN_FLEET = RuleName.of("fleet/credentials-in-address");
  private static final RuleName BAD_BRANCH = RuleName.of("deploy/bad-branch");
  private static final RuleName SOURCE_BRANCH = RuleName.of("deploy/source-branch");

  private final Fleet fleet;
  private final Source source;

  Targets(Fleet fleet, Source source) {
    this.fleet = fleet;
    this.source = source;
  }

  /**
   * The target.
   *
   * @param repository what the run was told
   * @param branch what the run was told
   * @param root what relative folders are relative to
   */
  Outcome<Target> target(Optional<String> repository, Optional<String> branch, Path root) {
    Optional<Node> stated = stated("repository");
    Optional<String> text = repository.or(() -> stated.flatMap(Node::string));
    Place place =
        repository.isPresent()
            ? Place.ofFile("hubs.repository")
            : stated.map(node -> node.origin().place()).orElse(Place.ofFile("config/fleet.yaml"));
    if (text.isEmpty()) {
      return Outcome.none(
          Diagnostic.error(place, NO_REPOSITORY, "the fleet does not say where it is deployed to")
              .hint(
                  "write \"deployment: {repository: <address>}\" in config/fleet.yaml, or say"
                      + " hubs.repository=<address or folder>"));
    }
    if (SecretInAddress.isIn(text.get())) {
      // What the fleet says is told as a mistake in its file, by the same name as everywhere.
      return Outcome.none(
          Diagnostic.error(
                  place,
                  repository.isPresent() ? SECRET : SECRET_IN_FLEET,
                  "the address names a user or a password")
              .hint(
                  "leave them out: a token comes from HUBS_GIT_TOKEN, a password from HUBS_GIT_USER"
                      + " and HUBS_GIT_PASSWORD of the environment")
              .mask());
    }
    return Address.parse(text.get(), root)
        .map(address -> target(address, branch, place))
        .orElseGet(() -> Outcome.none(badAddress(place)));
  }

  private static Diagnostic badAddress(Place place) {
    return Diagnostic.error(place, BAD_ADDRESS, "this is no address of a git repository")
        .hint("write a folder, https://<host>/<path>, ssh://<host>/<path> or <user>@<host>:<path>");
  }

  private Outcome<Target> target(Address address, Optional<String> told, Place place) {
    String branch = told.orElse(DeployedBranch.of(fleet.tree(), fleet.tree().origin()).text());
    if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
      return Outcome.none(
          Diagnostic.error(place, BAD_BRANCH, "git accepts no branch named \"" + branch + "\""));
    }
    if (isSource(address) && source.branch().filter(branch::equals).isPresent()) {
      return Outcome.none(sourceBranch(place, branch));
    }
    String folder = stated("path").flatMap(Node::string).orElse("").replaceAll("^/+|/+$", "");
    return Outcome.of(new Target(address, branch, folder, place));
  }

  /** That the branch holds sources, whatever it is called. */
  static Diagnostic sourceBranch(Place place, String branch) {
    return Diagnostic.error(
            place,
            SOURCE_BRANCH,
            "the branch \"" + branch + "\" is one that people write sources to")
        .hint(
            "deploy to a branch of its own, such as deployed: what people can push by themselves"
                + " would reach clusters without any guard");
  }

  private boolean isSource(Address address) {
    if (address.folder().isPresent()) {
      Path folder = address.folder().get();
      return source
          .gitFolder()
          .filter(git -> git.equals(real(folder)) || git.equals(real(folder.resolve(".git"))))
          .isPresent();
    }
    return source.addresses().stream().anyMatch(other -> same(other, address.text()));
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (java.io.IOException missing) {
      return folder;
    }
  }

  /** Whether two addresses name one repository, as far as their texts tell. */
  private static boolean same(String one, String other) {
    return essence(one).equals(essence(other));
  }

  private static String essence(String address) {
    return address
        .replaceFirst("^[a-z+]+://", "")
        .replaceFirst("^[^/@]*@", "")
        .replaceFirst("^([^/:]+):(?![0-9]+/)", "$1/")
        .replaceFirst("(\\.git)?/*$", "");
  }

  private Optional<Node> stated(String key) {
    return fleet.tree().at("deployment." + key);
  }
}
