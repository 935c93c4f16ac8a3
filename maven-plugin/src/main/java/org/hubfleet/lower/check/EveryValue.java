package org.hubfleet.lower.check;

import java.util.List;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.shelf.Vocabulary;

/** Walks the effective values once for the checks that look at each of them. */
final class EveryValue implements ValuesCheck {
  @Override
  public void inspect(Checked hub, List<Diagnostic> problems) {
    hub.vocabulary()
        .walk()
        .walk(
            hub.values().jupyterhub(),
            Vocabulary.ROOT,
            step -> {
              ExclusiveKeys.inspect(step, problems);
              Templates.inspect(step, problems);
              ListInText.inspect(step, problems);
            });
  }
}
