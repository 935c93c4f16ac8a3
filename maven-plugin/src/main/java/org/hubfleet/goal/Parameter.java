package org.hubfleet.goal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run can be told: {@code -Dhubs.<word>} for Maven, {@code --<word>} on the command line.
 */
public enum Parameter {
  CONFIG("config", "folder", "the config folder, by default config/ in this folder or above it"),
  GENERATED("generated", "folder", "the folder of the compiled files, by default beside config/"),
  SCHEMAS("schemas", "folder", "the folder of the schemas for editors, by default beside config/"),
  CLUSTER("cluster", "name", "only the hubs of this cluster"),
  HUB("hub", "hub", "only this hub, by id or community/file"),
  FORMAT("format", "format", "text (default), github, sarif, json, junit, markdown"),
  REPORT("report", "file", "write the report to this file"),
  FAIL_ON("failOn", "severity", "error (default) or warning"),
  DATE("date", "date", "today as YYYY-MM-DD, by default asOf of fleet.yaml"),
  PYTHON("python", "command", "a Python 3 that checks the syntax of snippets"),
  PATH("path", "path", "a value, such as jupyterhub.singleuser.memory.limit; for links a file"),
  OBJECT("object", "Kind/name", "an object of the hub, such as Deployment/hub"),
  RULE("rule", "rule", "a rule to explain, such as yaml/duplicate-key"),
  TITLE("title", "text", "what people call the new hub"),
  DISTRIBUTION("distribution", "name", "what the new hub is built on, such as classroom"),
  LOGIN("login", "way", "how people log in to the new hub, such as github"),
  ALLOWED("allowed", "names", "who may: organisations, domains, institutions or addresses"),
  ADMINS("admins", "names", "who looks after the new hub"),
  CONTENT("content", "name", "content of the hub, or the address of a repository"),
  UI("ui", "name", "what opens it: lab, classic, rstudio, code or desktop"),
  LINK("link", "link", "a link to be read, or a text file with links"),
  VALUES("values", "files", "values files to take over, separated by commas"),
  RELEASE("release", "name", "the Helm release to take over"),
  NAMESPACE("namespace", "name", "the namespace of the hub to take over, by default its id"),
  DOMAIN("domain", "name", "the domain of the hub to take over, by default its Ingress host"),
  SECRET_KEYS("secretKeys", "files", "lists of paths in encrypted values files, one a line"),
  TYPED("typed", "false", "keep all values under overrides"),
  FORCE("force", "true", "overwrite the hub file if it is there"),
  REPOSITORY("repository", "address", "the deployment repository, by default what the fleet says"),
  BRANCH(
      "branch", "name", "its branch, by default what the fleet says; for links what the hub says"),
  KUBECONFIG("kubeconfig", "file", "how to reach the clusters, by the contexts their files name"),
  EXIT_CODE("exitCode", "true", "end with 1 when something differs"),
  DRY_RUN("dryRun", "true", "say what would be pushed, push nothing"),
  ALLOW_DIRTY("allowDirty", "true", "deploy a config folder that is not as committed"),
  ROLLBACK(
      "rollback", "commit", "go back to this older commit of the source, which is checked out"),
  WAVE("wave", "name", "deploy only the hubs of this wave of the fleet"),
  OVERTAKE("overtake", "true", "deploy the wave even if an earlier one has not been"),
  AUTHOR("author", "person", "who the commit is from, by default the operator of the fleet"),
  COMMITTER("committer", "person", "who commits it, by default its author"),
  SIGN("sign", "file", "sign the commit with this private key, SSH or OpenPGP");

  /** What every goal can be told, in the order of help. */
  public static final List<Parameter> SHARED =
      List.of(CONFIG, GENERATED, SCHEMAS, CLUSTER, HUB, FORMAT, REPORT, FAIL_ON, DATE, PYTHON);

  private final String word;
  private final String value;
  private final String meaning;

  Parameter(String word, String value, String meaning) {
    this.word = word;
    this.value = value;
    this.meaning = meaning;
  }

  /** As people type it, such as {@code failOn}. */
  public String word() {
    return word;
  }

  /** What stands for its value in help, such as {@code folder}. */
  public String value() {
    return value;
  }

  /** Whether it may stand alone, for true. */
  public boolean isFlag() {
    return value.equals("true");
  }

  /** What it does, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The parameter of that word, whatever the case of its letters and with or without dashes. */
  public static Optional<Parameter> of(String word) {
    String folded = fold(word);
    return Arrays.stream(values()).filter(p -> fold(p.word).equals(folded)).findFirst();
  }

  /** All words, in the order of help. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Parameter::word).toList();
  }

  private static String fold(String word) {
    return word.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
