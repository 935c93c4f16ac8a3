package org.hubfleet.capability.life;

import java.util.List;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Values;
import org.hubfleet.model.time.Ending;
import org.hubfleet.source.Node;

/**
 * Finds hubs that have ended and on which other lines give everybody the right to start servers
 * again: {@code life/open-after-all}.
 */
final class OpenAfterAll {
  private static final RuleName RULE = RuleName.of("life/open-after-all");
  private static final Set<String> STARTS = Set.of("self", "servers", "admin:servers");

  private OpenAfterAll() {}

  static void inspect(Values values, List<Diagnostic> problems) {
    Ending.of(values.hub())
        .filter(Ending::isClosed)
        .ifPresent(
            end ->
                values.items("hub.loadRoles.user.scopes").stream()
                    .filter(OpenAfterAll::starts)
                    .findFirst()
                    .ifPresent(scope -> problems.add(problem(scope, end))));
  }

  private static boolean starts(Node scope) {
    return scope.string().filter(text -> STARTS.contains(text.split("!", 2)[0])).isPresent();
  }

  private static Diagnostic problem(Node scope, Ending end) {
    return Diagnostic.warning(
            scope.origin().place(),
            RULE,
            "this lets everybody start servers, and the hub has ended on " + end.day())
        .hint("remove the line, or write then: run under ends")
        .related(end.date().origin().place(), "ends");
  }
}
