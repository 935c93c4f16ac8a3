package org.hubfleet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hubfleet.shelf.Shelf;
import org.junit.jupiter.api.Test;

/** What a hub's Flux account may write is what our templates can make, no more and no less. */
class FluxRoleTest {
  private static final Shelf SHELF = Shelf.open();
  private static final Set<String> ABOVE =
      Set.of(
          "Namespace",
          "PriorityClass",
          "StorageClass",
          "PersistentVolume",
          "ClusterRole",
          "ClusterRoleBinding");
  private static final Pattern KIND =
      Pattern.compile("(?m)^apiVersion: (?:([a-z0-9.-]+)/)?v\\w+\\nkind: (\\w+)$");
  private static final Pattern RULE =
      Pattern.compile(
          "- apiGroups: \\[(.*)]\\n"
              + "  resources: \\[(.*)]\\n"
              + "  verbs: \\[create, (?:delete, )?get, patch]");

  @Test
  void itNamesEveryKindThatATemplateMakes() {
    assertThat(written()).isEqualTo(made());
  }

  @Test
  void itMayNotDeleteClaims() {
    assertThat(role())
        .contains("resources: [persistentvolumeclaims]\n  verbs: [create, get, patch]");
  }

  private static Set<String> written() {
    Set<String> found = new TreeSet<>();
    Matcher rule = RULE.matcher(role());
    while (rule.find()) {
      String group = rule.group(1).replace("\"", "");
      List.of(rule.group(2).split(", ")).forEach(resource -> found.add(group + "/" + resource));
    }
    return found;
  }

  private static Set<String> made() {
    Set<String> found = new TreeSet<>();
    for (String file : templates()) {
      Matcher kind = KIND.matcher(SHELF.text(file));
      assertThat(kind.find()).as(file).isTrue();
      if (!ABOVE.contains(kind.group(2))) {
        found.add((kind.group(1) == null ? "" : kind.group(1)) + "/" + plural(kind.group(2)));
      }
    }
    return found;
  }

  private static List<String> templates() {
    return Stream.of("upstream", "capabilities")
        .flatMap(shelf -> SHELF.files(shelf, ".yaml.ftl").stream())
        .filter(file -> file.contains("/objects/"))
        .toList();
  }

  private static String plural(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    return lower.endsWith("y")
        ? lower.substring(0, lower.length() - 1) + "ies"
        : lower + (lower.endsWith("s") ? "es" : "s");
  }

  private static String role() {
    return SHELF.text("flux/hub/role.yaml.ftl");
  }
}
