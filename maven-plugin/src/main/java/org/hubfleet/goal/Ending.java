package org.hubfleet.goal;

/**
 * How a run ended.
 *
 * @param message why it did not end well; empty when it did
 */
public record Ending(Exit exit, String message) {
  /** The three ways to end, and what the operating system is told. */
  public enum Exit {
    FINE(0),
    PROBLEMS(1),
    WRONG_USE(2);

    private final int status;

    Exit(int status) {
      this.status = status;
    }

    /** The status of the process. */
    public int status() {
      return status;
    }
  }

  /** Well. */
  public static final Ending FINE = new Ending(Exit.FINE, "");

  /** With problems. */
  public static Ending problems(String message) {
    return new Ending(Exit.PROBLEMS, message);
  }

  /** Not even started. */
  public static Ending wrongUse(String message) {
    return new Ending(Exit.WRONG_USE, message);
  }

  /** Whether it ended well. */
  public boolean isFine() {
    return exit == Exit.FINE;
  }
}
