package org.hubfleet.capability.variables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hubfleet.diagnostic.Diagnostic;
import org.hubfleet.diagnostic.RuleName;
import org.hubfleet.lower.Capability;
import org.hubfleet.lower.LoweredValues;
import org.hubfleet.model.Hub;
import org.hubfleet.model.SecretText;
import org.hubfleet.source.Mapping;
import org.hubfleet.source.Node;
import org.hubfleet.source.Scalar;

/**
 * Lowers {@code variables}: texts so that KubeSpawner and Kubernetes leave them as they are,
 * secrets as lines of {@code secrets}. Reports {@code variables/reserved}, {@code
 * variables/of-the-image}, {@code variables/secret} and {@code variables/not-filled-in}.
 */
public final class Variables implements Capability {
  private static final RuleName RESERVED = RuleName.of("variables/reserved");
  private static final RuleName OF_THE_IMAGE = RuleName.of("variables/of-the-image");
  private static final RuleName SECRET = RuleName.of("variables/secret");
  private static final RuleName NOT_FILLED = RuleName.of("variables/not-filled-in");

  /** What people write for the name of a person elsewhere, upstream and in a shell. */
  private static final Pattern MEANT =
      Pattern.compile(
          "\\{(user|user_?name|user_?id|name|unescaped_username|safe_username|legacy_escape_username"
              + "|user_server|safe_user_server|JUPYTERHUB_USER)}"
              + "|\\$[({]?(JUPYTERHUB_USER|USER|USERNAME)\\b[)}]?",
          Pattern.CASE_INSENSITIVE);

  private static final String PATH = "singleuser.extraEnv.";

  /** Set by JupyterHub 5, KubeSpawner 7 and Kubernetes. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "JUPYTERHUB_\\w+|JPY_\\w+|KUBERNETES_\\w+|JUPYTER_IMAGE(_SPEC)?|(MEM|CPU)_(LIMIT|GUARANTEE)");

  private static final Set<String> IMAGE_NEEDS =
      Set.of("HOME", "LD_LIBRARY_PATH", "LD_PRELOAD", "PATH", "PYTHONHOME");

  private static final Pattern BRACE = Pattern.compile("\\{username}|[{}]");
  private static final String NAME = "{username}";

  @Override
  public Mapping lower(Hub hub, List<Diagnostic> problems) {
    Optional<Mapping> variables = hub.tree().get("variables").flatMap(Node::mapping);
    LoweredValues values = new LoweredValues(hub.tree().keyOrigin("variables"));
    if (variables.isPresent()) {
      for (Map.Entry<String, Mapping.Entry> one : variables.get().entries().entrySet()) {
        Optional<Diagnostic> problem =
            taken(one.getKey(), one.getValue())
                .or(() -> secret(hub, one.getKey(), one.getValue().value()));
        problem.ifPresentOrElse(
            problems::add, () -> add(one.getKey(), one.getValue().value(), values, problems));
      }
    }
    return values.tree();
  }

  private static void add(String name, Node said, LoweredValues values, List<Diagnostic> problems) {
    if (said instanceof Mapping) {
      String secret = said.get("secret").flatMap(Node::string).orElseThrow();
      String key = said.get("key").flatMap(Node::string).orElse(name);
      values.secret(PATH + name, secret, key, said.origin());
    } else {
      Scalar text = said.scalar().orElseThrow();
      notFilledIn(text).ifPresent(problems::add);
      values.set(PATH + name, Scalar.string(asItIs(text.text()), text.origin()));
    }
  }

  private static Optional<Diagnostic> notFilledIn(Scalar text) {
    return MEANT
        .matcher(text.text())
        .results()
        .map(MatchResult::group)
        .filter(found -> !found.equals(NAME))
        .findFirst()
        .map(
            found ->
                Diagnostic.warning(
                        text.origin().place(),
                        NOT_FILLED,
                        found + " stays as it is; nothing is put in its place")
                    .hint("the name of the person is " + NAME));
  }

  /** The text as KubeSpawner's and Kubernetes' templates have to be told it. */
  static String asItIs(String text) {
    String braces =
        BRACE
            .matcher(text)
            .replaceAll(found -> found.group().equals(NAME) ? NAME : found.group().repeat(2));
    boolean expands = braces.contains("$(") || braces.contains("$$");
    return expands ? braces.replace("$", "$$") : braces;
  }

  private static Optional<Diagnostic> taken(String name, Mapping.Entry entry) {
    if (TAKEN.matcher(name).matches()) {
      return Optional.of(
          Diagnostic.error(
                  entry.key().place(), RESERVED, name + " is set by JupyterHub and Kubernetes")
              .hint("choose another name"));
    }
    return IMAGE_NEEDS.contains(name)
        ? Optional.of(
            Diagnostic.error(
                    entry.key().place(),
                    OF_THE_IMAGE,
                    name + " is set by the image, and would be replaced, not extended")
                .hint("set it in the image"))
        : Optional.empty();
  }

  private static Optional<Diagnostic> secret(Hub hub, String name, Node said) {
    return SecretText.why(name, said)
        .map(
            why ->
                Diagnostic.error(
                        said.origin().place(),
                        SECRET,
                        "the variable " + name + " is a secret in plain text: " + why)
                    .hint(
                        "put it in a Secret and write "
                            + name
                            + ": {secret: "
                            + hub.id()
                            + "-variables} instead")
                    .mask());
  }
}
