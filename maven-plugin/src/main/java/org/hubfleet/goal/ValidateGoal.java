package org.hubfleet.goal;

import java.util.List;
import org.hubfleet.compiler.Compilation;
import org.hubfleet.diagnostic.Outcome;

/** Runs all passes over the whole fleet and reports every problem; writes nothing. */
final class ValidateGoal implements Goal {
  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String summary() {
    return "check the whole fleet, write nothing";
  }

  @Override
  public Ending run(Session session) {
    Outcome<Compilation> outcome = session.compile();
    return session.end(outcome, List.of(), List.of(), " in config");
  }
}
