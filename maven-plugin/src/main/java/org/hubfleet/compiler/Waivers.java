package org.hubfleet.compiler;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.Place;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.diagnostic.Severity;
import org.hubfleet.model.Fleet;
import org.hubfleet.source.Node;
import org.hubfleet.source.Sequence;
import org.hubfleet.source.SourceFile;

/**
 * Takes out the warnings that a file accepts under {@code allow}. Reports {@code waiver/expired},
 * {@code waiver/unused}, {@code waiver/of-an-error}, and {@code override/review-due} for blocks
 * whose {@code reviewBy} has passed. Without a date nothing is late.
 */
final class Waivers {
  private static final RuleName EXPIRED = RuleName.of("waiver/expired");
  private static final RuleName UNUSED = RuleName.of("waiver/unused");
  private static final RuleName OF_AN_ERROR = RuleName.of("waiver/of-an-error");
  private static final RuleName REVIEW_DUE = RuleName.of("override/review-due");

  private record Waiver(String rule, Place place, Optional<Node> until) {}

  private final List<Waiver> waivers = new ArrayList<>();
  private final List<Diagnostic> due = new ArrayList<>();
  private final Optional<LocalDate> today;

  Waivers(Fleet fleet) {
    today = fleet.today();
    for (SourceFile file : fleet.sources().files()) {
      file.tree().ifPresent(this::read);
      file.tree().flatMap(tree -> tree.get("defaults")).ifPresent(this::read);
    }
  }

  private void read(Node tree) {
    for (Node item : items(tree, "allow")) {
      Optional<Node> rule = item.get("rule");
      rule.flatMap(Node::string)
          .ifPresent(
              name ->
                  waivers.add(new Waiver(name, rule.get().origin().place(), item.get("until"))));
    }
    for (Node block : items(tree, "overrides")) {
      block.get("reviewBy").filter(this::isPast).map(Waivers::reviewDue).ifPresent(due::add);
    }
  }

  private static List<Node> items(Node tree, String key) {
    return tree.get(key).flatMap(Node::sequence).map(Sequence::items).orElse(List.of());
  }

  private static Diagnostic reviewDue(Node day) {
    return Diagnostic.warning(
            day.origin().place(),
            REVIEW_DUE,
            "somebody wanted to look at this again by " + day.string().orElse("now"))
        .hint("look at it, then move the day or remove the block");
  }

  private boolean isPast(Node day) {
    try {
      Optional<LocalDate> last = day.string().map(LocalDate::parse);
      return today.isPresent() && last.isPresent() && last.get().isBefore(today.get());
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  /**
   * The problems that are left, and those of the waivers themselves. Whether a waiver is of use is
   * told once nothing is wrong: what does not compile is not looked at any further.
   *
   * @param whole whether these are the problems of the whole fleet, so that a waiver that meets
   *     none is of no use
   */
  List<Diagnostic> apply(List<Diagnostic> problems, boolean whole) {
    Set<Waiver> met = new HashSet<>();
    List<Diagnostic> own = new ArrayList<>(due);
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic problem : Stream.concat(problems.stream(), due.stream()).toList()) {
      Optional<Waiver> waiver = waivers.stream().filter(w -> isAbout(w, problem)).findFirst();
      waiver.ifPresent(met::add);
      boolean expired = waiver.flatMap(Waiver::until).filter(this::isPast).isPresent();
      if (waiver.isEmpty() || expired || problem.isError()) {
        left.add(problem);
      }
      if (waiver.isPresent() && problem.severity() == Severity.ERROR) {
        own.add(ofAnError(waiver.get()));
      }
    }
    own.removeAll(due);
    boolean telling = whole && problems.stream().noneMatch(Diagnostic::isError);
    for (Waiver waiver : waivers) {
      if (waiver.until().filter(this::isPast).isPresent()) {
        own.add(expired(waiver));
      } else if (telling && !met.contains(waiver)) {
        own.add(unused(waiver));
      }
    }
    left.addAll(own);
    return left;
  }

  private static boolean isAbout(Waiver waiver, Diagnostic problem) {
    return waiver.rule().equals(problem.rule().text())
        && waiver.place().file().equals(problem.place().file());
  }

  private static Diagnostic ofAnError(Waiver waiver) {
    return Diagnostic.error(
            waiver.place(), OF_AN_ERROR, waiver.rule() + " is an error, which cannot be accepted")
        .hint("mend what it reports, and remove this");
  }

  private static Diagnostic expired(Waiver waiver) {
    Node until = waiver.until().orElseThrow();
    return Diagnostic.warning(
            until.origin().place(),
            EXPIRED,
            waiver.rule() + " was accepted until " + until.string().orElse("") + " only")
        .hint("mend what it reports, or decide anew");
  }

  private static Diagnostic unused(Waiver waiver) {
    return Diagnostic.warning(
            waiver.place(), UNUSED, "nothing in this file reports " + waiver.rule())
        .hint("remove it");
  }
}
