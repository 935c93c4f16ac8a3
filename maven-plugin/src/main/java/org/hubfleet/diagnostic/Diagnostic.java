package org.hubfleet.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One problem in what a person wrote: where, which rule, what was found and expected, and how to
 * mend it.
 *
 * <p>The message starts in lower case and has no full stop. Diagnostics sort by place, then
 * severity, rule and message.
 *
 * @param hint the line to write instead, or where to look
 * @param related may be empty, in the order of interest
 * @param masked whether the line it is about holds a secret: reports give the place and never show
 *     the line
 */
public record Diagnostic(
    Severity severity,
    RuleName rule,
    Place place,
    String message,
    Optional<String> hint,
    List<Related> related,
    boolean masked)
    implements Comparable<Diagnostic> {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::place)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::rule)
          .thenComparing(Diagnostic::message);

  public Diagnostic {
    related = List.copyOf(related);
  }

  /** One whose line may be shown. */
  public Diagnostic(
      Severity severity,
      RuleName rule,
      Place place,
      String message,
      Optional<String> hint,
      List<Related> related) {
    this(severity, rule, place, message, hint, related, false);
  }

  /** An error without hint. */
  public static Diagnostic error(Place place, RuleName rule, String message) {
    return new Diagnostic(Severity.ERROR, rule, place, message, Optional.empty(), List.of());
  }

  /** A warning without hint. */
  public static Diagnostic warning(Place place, RuleName rule, String message) {
    return new Diagnostic(Severity.WARNING, rule, place, message, Optional.empty(), List.of());
  }

  /** The same with a hint. */
  public Diagnostic hint(String text) {
    return new Diagnostic(severity, rule, place, message, Optional.of(text), related, masked);
  }

  /** The same with the hint, where there is one. */
  public Diagnostic hint(Optional<String> text) {
    return text.map(this::hint).orElse(this);
  }

  /** The same with one more related place. */
  public Diagnostic related(Place at, String text) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(at, text));
    return new Diagnostic(severity, rule, place, message, hint, more, masked);
  }

  /** The same about a line that reports must not show. */
  public Diagnostic mask() {
    return mask(true);
  }

  /** The same; its line is not shown when it holds a secret. */
  public Diagnostic mask(boolean secret) {
    return new Diagnostic(severity, rule, place, message, hint, related, masked || secret);
  }

  /** The same at another place. */
  public Diagnostic at(Place elsewhere) {
    return new Diagnostic(severity, rule, elsewhere, message, hint, related, masked);
  }

  /** The same with another message. */
  public Diagnostic saying(String text) {
    return new Diagnostic(severity, rule, place, text, hint, related, masked);
  }

  /** Whether it stops output from being written. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place + ": " + severity.word() + " [" + rule + "] " + message;
  }
}
