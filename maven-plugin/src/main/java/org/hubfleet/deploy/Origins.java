package org.hubfleet.deploy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectReader;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Outcome;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;

/**
 * Judges the source of a deployment: that it is committed, and not older than what is deployed.
 *
 * <p>Reports {@code deploy/no-checkout}, {@code deploy/dirty-source}, {@code
 * deploy/other-rollback}, {@code deploy/older-source}, {@code deploy/other-line} and {@code
 * deploy/unknown-source}.
 */
final class Origins {
  private static final RuleName NO_CHECKOUT = RuleName.of("deploy/no-checkout");
  private static final RuleName DIRTY = RuleName.of("deploy/dirty-source");
  private static final RuleName OTHER_ROLLBACK = RuleName.of("deploy/other-rollback");
  private static final RuleName OLDER = RuleName.of("deploy/older-source");
  private static final RuleName OTHER_LINE = RuleName.of("deploy/other-line");
  private static final RuleName UNKNOWN = RuleName.of("deploy/unknown-source");
  private static final Place CONFIG = Place.ofFile("config");
  private static final String DIRTY_MARK = "-dirty";
  private static final int SHORT = 10;

  private final Source source;
  private final Target target;

  Origins(Source source, Target target) {
    this.source = source;
    this.target = target;
  }

  /** The source as the trailer names it; absent when it must not be deployed. */
  Outcome<String> inspect(Manner manner) {
    if (source.commit().isEmpty()) {
      return manner.allowsDirty()
          ? Outcome.of("none")
          : Outcome.none(
              Diagnostic.error(
                      CONFIG, NO_CHECKOUT, "the config folder is in no git checkout with a commit")
                  .hint("deploy from a checkout, or say hubs.allowDirty to deploy without a name"));
    }
    String commit = source.commit().get().name();
    Optional<String> back = manner.rollback().filter(name -> !isName(name, commit));
    if (back.isPresent()) {
      return Outcome.none(
          Diagnostic.error(
                  CONFIG, OTHER_ROLLBACK, "the commit to go back to is not the one checked out")
              .hint("git checkout " + back.get() + ", then run again"));
    }
    if (source.changed().isEmpty()) {
      return Outcome.of(commit);
    }
    return manner.allowsDirty()
        ? Outcome.of(commit + DIRTY_MARK)
        : Outcome.none(
            Diagnostic.error(
                    Place.ofFile(source.changed().get(0)),
                    DIRTY,
                    "this is not as committed: " + String.join(", ", source.changed()))
                .hint("commit it, or say hubs.allowDirty to deploy what no commit names"));
  }

  private static boolean isName(String text, String commit) {
    return text.length() >= 7 && commit.startsWith(text);
  }

  /**
   * Compares with the source that is deployed.
   *
   * @return that source, when the run goes back behind it on purpose
   */
  Outcome<Optional<String>> compare(Remote remote, Snapshot tip, Manner manner) throws IOException {
    Optional<String> deployed = deployed(remote, tip).filter(name -> name.matches("[0-9a-f]{40}"));
    if (deployed.isEmpty() || source.commit().isEmpty()) {
      return Outcome.of(Optional.empty());
    }
    if (manner.rollback().isPresent()) {
      return Outcome.of(deployed);
    }
    boolean dirty = !source.changed().isEmpty();
    return dirty
        ? Outcome.of(Optional.empty())
        : Outcome.of(Optional.empty(), problems(source.to(deployed.get()), deployed.get()));
  }

  private Optional<String> deployed(Remote remote, Snapshot tip) throws IOException {
    Optional<String> named = Message.source(tip.message());
    if (named.isPresent() || !tip.files().containsKey(Record.NAME)) {
      return named;
    }
    // Somebody pushed on top by hand: the note in the tree still tells.
    remote.need(List.of(tip.files().get(Record.NAME)));
    try (ObjectReader reader = remote.reader()) {
      return tip.text(reader, Record.NAME).flatMap(Record::parse).map(Record::source);
    }
  }

  private List<Diagnostic> problems(Source.Order order, String deployed) {
    String here = source.commit().orElseThrow().name();
    String there = deployed.substring(0, SHORT);
    return switch (order) {
      case SAME, NEWER -> List.of();
      case OLDER ->
          List.of(
              problem(OLDER, "what is deployed was made from " + there + ", which is newer")
                  .hint(rollback(here)));
      case BESIDE ->
          List.of(
              problem(
                      OTHER_LINE,
                      "what is deployed was made from " + there + ", which is not in this history")
                  .hint("merge it first; " + rollback(here)));
      case UNKNOWN ->
          List.of(
              problem(
                      UNKNOWN,
                      "what is deployed was made from " + there + ", which this checkout lacks")
                  .hint("fetch the whole history (fetch-depth: 0); " + rollback(here)));
    };
  }

  private static String rollback(String here) {
    return "to go back on purpose, say hubs.rollback=" + here.substring(0, SHORT);
  }

  private Diagnostic problem(RuleName rule, String message) {
    return Diagnostic.error(target.place(), rule, message);
  }
}
