package org.hubfleet.lower.check;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;

/** One check of a hub's effective values. Pure: same values, same problems. */
interface ValuesCheck {
  /** Adds the problems found to the list. */
  void inspect(Checked hub, List<Diagnostic> problems);
}
