package org.hubfleet.capability.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.source.Mapping;

/**
 * Template variables of a hub's own. Reports {@code page/reserved-variable} for those that
 * JupyterHub's pages read: some they print as code, the others they cannot do without.
 */
final class OwnVariables {
  private static final RuleName RESERVED = RuleName.of("page/reserved-variable");

  /** What JupyterHub 5 and 6 print without escaping it, beside every {@code announcement}. */
  private static final Set<String> PRINTED_AS_CODE =
      Set.of("custom_html", "error_html_message", "spawner_options_form");

  /** What JupyterHub 5 and 6 hand to every page. */
  private static final Set<String> OF_EVERY_PAGE =
      Set.of(
          "base_url",
          "expanded_scopes",
          "login_service",
          "login_url",
          "logout_url",
          "parsed_scopes",
          "prefix",
          "services",
          "static_url",
          "user",
          "version_hash",
          "xsrf",
          "xsrf_token");

  private OwnVariables() {}

  static void add(Mapping said, String ours, LoweredValues values, List<Diagnostic> problems) {
    for (Map.Entry<String, Mapping.Entry> one : said.entries().entrySet()) {
      String name = one.getKey();
      boolean announces = name.equals("announcement") || name.startsWith("announcement_");
      if (announces || isTaken(name, ours)) {
        String reason =
            announces || PRINTED_AS_CODE.contains(name)
                ? " is printed by JupyterHub's pages as code, not as text"
                : " is what JupyterHub's pages are made with";
        problems.add(
            Diagnostic.error(one.getValue().key().place(), RESERVED, name + reason)
                .hint(announces ? "write it below page.announcements" : "choose another name"));
      } else {
        values.entry("hub.templateVars", name, one.getValue().value());
      }
    }
  }

  private static boolean isTaken(String name, String ours) {
    return name.equals(ours) || PRINTED_AS_CODE.contains(name) || OF_EVERY_PAGE.contains(name);
  }
}
